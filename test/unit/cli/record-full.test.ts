import { readFile } from "node:fs/promises";
import { beforeEach, expect, it, vi } from "vitest";
import { textOf, vault } from "../keystore/vectors";
import { run, runJson } from "./command";
import { type VaultFolder, vaultFolder } from "./vault-folder";

/**
 * A medium on which the record's file can be written so many times more, and then never, or only `lasting` a moment. Nothing
 * else is written in this way.
 */
const medium = vi.hoisted(() => ({ writes: Number.POSITIVE_INFINITY, lasting: true }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const writeSync = (...args: Parameters<typeof real.writeSync>) => {
    if (medium.writes <= 0) {
      if (!medium.lasting) medium.writes = Number.POSITIVE_INFINITY;
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    }
    medium.writes -= 1;
    return real.writeSync(...args);
  };
  return { ...real, writeSync };
});

beforeEach(() => {
  medium.writes = Number.POSITIVE_INFINITY;
  medium.lasting = true;
});

const rotate = ({ keystore, key, out }: VaultFolder) => [
  ...["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out],
];

/** What a rotation writes before the keystore, each by one write. */
const writes = [
  "ceremony.opened",
  "preflight.found",
  "key.entered",
  "keystore.opened",
  "keys.made",
  "wrapping-key.delivered",
];

it("a medium that is full before the first line leaves nothing at all", async () => {
  const { keystore, key, out, names, text } = await vaultFolder();
  medium.writes = 0;
  const answer = await runJson(["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out]);
  const path = expect.stringMatching(/\.record\.jsonl$/);
  expect(answer).toMatchObject([1, { ok: false, code: "file.disk-full", path }]);
  expect(await names()).toEqual(["keystore.json", "old-key.txt"]);
  expect(await text("keystore.json")).toBe(textOf(vault(0)));
});

it.each([1, 2, 3, 4, 5])(
  "one that fills after %i writes stops the ceremony before its next secret",
  async (count) => {
    const folder = await vaultFolder();
    medium.writes = count;
    const { status, printed } = await run(rotate(folder));
    expect(status).toBe(1);
    expect(printed).toContain(
      "could not be written: there is not enough room on its medium. The ceremony stopped",
    );
    expect(printed).toContain("The record has no seal: it ends there as after a crash.");
    expect(await folder.names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt"]);
    expect(await folder.text("keystore.json")).toBe(textOf(vault(0)));
    const [record] = await folder.records();
    expect(record?.facts.sealed).toBe(false);
    expect([...new Set(record?.events)]).toEqual(writes.slice(0, count));
  },
);

it.each([
  [6, "wrapping-key.delivered"],
  [7, "keystore.written"],
  [8, "ceremony.ended"],
])(
  "one that fills after %i writes, the keystore written, is warned of, and the answer stays yes",
  async (writes, last) => {
    const folder = await vaultFolder();
    medium.writes = writes;
    const [status, answer] = await runJson(rotate(folder));
    const [record] = await folder.records();
    expect([status, answer]).toMatchObject([
      0,
      {
        ok: true,
        generation: 2,
        warnings: expect.arrayContaining(["record.unsealed"]),
        record: { head: null, firstHash: record?.facts.firstHash, problem: { code: "file.disk-full" } },
      },
    ]);
    expect(record?.events.at(-1)).toBe(last);
    expect(record?.facts.sealed).toBe(false);
    medium.writes = Number.POSITIVE_INFINITY;
    expect((await run(["verify", folder.keystore, "--wrapping-key-file", folder.out])).status).toBe(0);
    const verified = await runJson(["verify-record", record?.path ?? "", "--keystore", folder.keystore]);
    expect(verified).toMatchObject([1, { code: "record.unsealed" }]);
  },
);

it("says on the screen too that the record is not whole", async () => {
  const folder = await vaultFolder();
  medium.writes = 7;
  const { status, printed } = await run(rotate(folder));
  expect(status).toBe(0);
  expect(printed).toContain(
    "Warning: the keystore is written and proven, but its record is not whole, and has no seal.",
  );
  expect(printed).toContain("The record could not be written: there is not enough room on its medium.");
  expect(printed).not.toContain("Head  ");
});

it("at a terminal no further share is asked for, and room that comes back lets the record be sealed", async () => {
  const folder = await vaultFolder();
  const argv = ["recover", folder.keystore, "--wrapping-key-out", folder.out];
  const questions: number[] = [];
  const asked = (question: number) => {
    questions.push(question);
    if (question !== 2) return;
    medium.writes = 0;
    medium.lasting = false;
  };
  const { status, printed } = await run(argv, folder.shares.join("\n"), true, undefined, asked);
  expect([status, questions]).toEqual([1, [1, 2]]);
  expect(printed).toContain("The ceremony stopped before its next secret. The keystore is as it was");
  const [record] = await folder.records();
  expect(record?.events.slice(-3)).toEqual(["share.entered", "ceremony.aborted", "record.sealed"]);
  expect(record?.lines.at(-2)?.data).toEqual({
    because: "file.disk-full",
    sheetsToDestroy: [],
    wrappingKeySheets: 0,
    filesThatStayed: [],
  });
  expect(await readFile(folder.keystore, "utf8")).toBe(textOf(vault(0)));
});
