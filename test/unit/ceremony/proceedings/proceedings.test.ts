import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Proceedings } from "../../../../electron/ceremony/proceedings/proceedings";
import { ok } from "../../../../electron/contract/result";
import type { RecordNote } from "../../../../electron/record/record-note";
import { temporaryFolder } from "../../files/temporary-folder";
import { recordIn } from "../held-record";

const header = {
  ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
  kind: "generate",
  vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
  practice: false,
  parameters: { vaultName: "V" },
} as const;
const now = () => new Date("2026-11-23T22:00:00.000Z");
const note = (event: string): RecordNote => ({ event, actor: "app", data: {} });
const last = [note("sign-off.absent"), note("ceremony.ended")];

async function opened(): Promise<{ folder: string; path: string; proceedings: Proceedings }> {
  const folder = await temporaryFolder();
  const path = join(folder, "k.record.jsonl");
  const proceedings = new Proceedings();
  expect(proceedings.open(header, path, now)).toEqual(ok(null));
  return { folder, path, proceedings };
}

describe("the proceedings of a ceremony", () => {
  it("write nothing before their record is opened, and know no key then", () => {
    const proceedings = new Proceedings();
    expect(proceedings.isOpen).toBe(false);
    expect(proceedings.soFar).toBe(null);
    expect(proceedings.note([note("a.b")])).toEqual(ok(null));
    expect(proceedings.seal([note("a.b")])).toEqual(ok(null));
    expect(() => proceedings.recordKey).toThrow();
    expect(() => proceedings.vaultId).toThrow();
    proceedings.close();
  });

  it("write each note before they answer, and seal once", async () => {
    const { folder, path, proceedings } = await opened();
    expect(proceedings.vaultId).toBe(header.vaultId);
    proceedings.note([note("a.b"), note("c.d")]);
    expect((await recordIn(folder)).events).toEqual(["ceremony.opened", "a.b", "c.d"]);
    expect(proceedings.soFar).toMatchObject({
      path,
      head: null,
      lines: [{}, { event: "a b" }, { event: "c d" }],
    });
    expect(proceedings.seal(last)).toEqual(ok(null));
    const { verified, events } = await recordIn(folder);
    expect(events).toEqual([
      "ceremony.opened",
      "a.b",
      "c.d",
      "sign-off.absent",
      "ceremony.ended",
      "record.sealed",
    ]);
    expect(proceedings.soFar).toMatchObject({ head: verified.head, firstHash: verified.firstHash });
    expect(Buffer.from(proceedings.recordKey).toString("base64url")).toBe(verified.recordKey);
    expect(proceedings.isOpen).toBe(false);
    expect(proceedings.seal(last)).toEqual(ok(null));
    expect(proceedings.note([note("a.b")])).toEqual(ok(null));
    expect((await recordIn(folder)).events).toEqual(events);
  });

  it("may be opened again where that failed", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "medium", "k.record.jsonl");
    const proceedings = new Proceedings();
    expect(proceedings.open(header, path, now)).toMatchObject({ ok: false });
    expect(proceedings.isOpen).toBe(false);
    await mkdir(join(folder, "medium"));
    expect(proceedings.open(header, path, now)).toEqual(ok(null));
    expect(proceedings.isOpen).toBe(true);
    proceedings.close();
  });

  it("take the same notes again after a write that failed, all or none", async () => {
    const { folder, path, proceedings } = await opened();
    await rename(path, `${path}.away`);
    const notes = [note("a.b"), note("c.d")];
    expect(proceedings.note(notes)).toMatchObject({
      error: { code: "proceedings.not-written", because: "file.missing" },
    });
    expect(proceedings.soFar?.lines).toHaveLength(1);
    expect(proceedings.isOpen).toBe(true);
    await rename(`${path}.away`, path);
    expect(proceedings.note(notes)).toEqual(ok(null));
    expect((await recordIn(folder)).events).toEqual(["ceremony.opened", "a.b", "c.d"]);
    proceedings.close();
  });

  it("try a seal again, and write its last words once", async () => {
    const { folder, path, proceedings } = await opened();
    await rename(path, `${path}.away`);
    for (const _ of [1, 2]) expect(proceedings.seal(last)).toMatchObject({ ok: false });
    expect(proceedings.soFar?.head).toBe(null);
    await rename(`${path}.away`, path);
    expect(proceedings.seal(last)).toEqual(ok(null));
    const { events } = await recordIn(folder);
    expect(events).toEqual(["ceremony.opened", "sign-off.absent", "ceremony.ended", "record.sealed"]);
  });

  it("end without a seal where they are given up, and write nothing more", async () => {
    const { folder, proceedings } = await opened();
    proceedings.note([note("a.b")]);
    proceedings.giveUp();
    expect(proceedings.isOpen).toBe(false);
    expect(proceedings.note([note("c.d")])).toEqual(ok(null));
    expect(proceedings.seal(last)).toEqual(ok(null));
    expect(proceedings.soFar?.head).toBe(null);
    const { verified, events } = await recordIn(folder);
    expect(verified.sealed).toBe(false);
    expect(events).toEqual(["ceremony.opened", "a.b"]);
    proceedings.giveUp();
    proceedings.close();
  });

  it("leave no file where nothing could be written into it", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, "k.record.jsonl");
    await mkdir(path);
    const proceedings = new Proceedings();
    expect(proceedings.open(header, path, now)).toMatchObject({ error: { code: "file.exists" } });
    await rm(path, { recursive: true });
    expect(await readdir(folder)).toEqual([]);
  });
});
