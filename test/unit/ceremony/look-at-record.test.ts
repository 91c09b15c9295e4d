import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lookAtRecord } from "../../../electron/ceremony/look-at-record";
import { newSigningPair } from "../../../electron/crypto/signing";
import { textOf, vault } from "../keystore/vectors";
import { writeCeremonyRecord } from "../record/ceremony-record";
import { chained, type Draft, fileOf, openingOf } from "../record/made-record";
import { holdRoom } from "./held-room";

describe("a record in the ceremony room", () => {
  it("is shown, compared with its head, and closed", async () => {
    const held = await holdRoom();
    const { path, head } = writeCeremonyRecord(held.folder);
    await held.must("openRecord", { path });
    expect(held.view().page).toMatchObject({
      at: "record",
      facts: { path, head, sealed: true, lines: 10 },
      sameHead: false,
      anchor: null,
    });
    expect(await held.send("compareRecordHead", { head: "0".repeat(64) })).toEqual({
      ok: false,
      error: { code: "record.other-head" },
    });
    expect(held.view().page).toMatchObject({ sameHead: false });
    await held.must("compareRecordHead", { head });
    expect(held.view().page).toMatchObject({ at: "record", sameHead: true, anchor: null });
    await held.must("goHome", null);
    expect(await held.send("compareRecordHead", { head })).toMatchObject({
      error: { code: "ceremony.not-now" },
    });
  });

  it("is not authentic by a keystore that does not name its key", async () => {
    const held = await holdRoom();
    const { path } = writeCeremonyRecord(held.folder);
    const keystore = join(held.folder, "keystore.json");
    writeFileSync(keystore, textOf(vault(0)));
    await held.must("openRecord", { path });
    expect(await held.send("compareRecordKeystore", { path: keystore })).toEqual({
      ok: false,
      error: { code: "record.not-in-keystore" },
    });
    expect(held.view().page).toMatchObject({ at: "record", anchor: null });
  });

  it("is not opened while a ceremony is held, nor where it is refused", async () => {
    const held = await holdRoom();
    const { path } = writeCeremonyRecord(held.folder);
    writeFileSync(path, readFileSync(path).subarray(1));
    expect(await held.send("openRecord", { path })).toMatchObject({ error: { code: "record.not-json" } });
    expect(held.view().page.at).toBe("home");
    await held.must("startGenerate", { practice: true });
    expect(await held.send("openRecord", { path })).toMatchObject({ error: { code: "ceremony.not-now" } });
  });
});

it("shows so much of an endless record as a screen can hold", async () => {
  const { folder } = await holdRoom();
  const path = join(folder, "record.jsonl");
  const note: Draft = { event: "share.verified", actor: "Çelik", data: { text: "😀".repeat(5000) } };
  const short: Draft = { ...note, data: {} };
  const drafts = [openingOf(newSigningPair()), note, ...new Array<Draft>(5000).fill(short)];
  writeFileSync(path, fileOf(chained(drafts)));
  const looked = await lookAtRecord(path);
  if (!looked.ok) throw new Error(looked.error.code);
  const { facts, lines } = looked.value;
  expect([facts.lines, lines.length]).toEqual([5002, 4000]);
  expect(lines[1]?.text.length).toBeLessThanOrEqual(1001);
  expect(lines[1]?.text).toMatch(/^text: (😀)+…$/u);
});
