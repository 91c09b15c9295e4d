import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parametersHash } from "../../../electron/record/parameters-hash";
import type { RecordNote } from "../../../electron/record/record-note";
import { recordPath } from "../../../electron/record/record-path";
import { openRecorder, type Recorder, type RecordHeader } from "../../../electron/record/recorder";
import { verifyRecord } from "../../../electron/record/verify-record";
import { temporaryFolder } from "../files/temporary-folder";
import { tinyMedium } from "../files/tiny-medium";

const header: RecordHeader = {
  ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
  kind: "generate",
  vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
  practice: false,
  parameters: { custodians: ["Çelik"], threshold: 2 },
};
const note: RecordNote = { event: "share.verified", actor: "Çelik", data: { index: 1, bag: "Ä-17" } };
const noon = new Date("2026-11-23T12:00:00.000Z");

function opened(place: { path: string } | null, now: () => Date = () => noon): Recorder {
  const recorder = openRecorder(header, place, now);
  if (!recorder.ok) throw new Error(recorder.error.code);
  return recorder.value;
}

async function newPlace(): Promise<{ path: string }> {
  return { path: recordPath(join(await temporaryFolder(), "keystore.json"), header.ceremonyId) };
}

function verified(path: string) {
  const record = verifyRecord(readFileSync(path));
  if (!record.ok) throw new Error(record.error.code);
  return record.value;
}

function keyOf({ publicKey }: Recorder): string {
  return Buffer.from(publicKey).toString("base64url");
}

/** The members of each line in the file. */
function linesOf(path: string): { event: string; time: string; data: unknown }[] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("stands beside its keystore, by the keystore's name and the ceremony's id", () => {
  expect(recordPath("/media/stick/payments.eu.json", "1-2")).toBe(
    "/media/stick/payments.eu.1-2.record.jsonl",
  );
  expect(recordPath("/media/stick/vault", "1-2")).toBe("/media/stick/vault.1-2.record.jsonl");
});

test("opens a new file that only its owner can read, with line 0 on it", async () => {
  const place = await newPlace();
  const recorder = opened(place);
  expect(recorder).toMatchObject({ path: place.path, sealed: false });
  expect((await stat(place.path)).mode & 0o777).toBe(0o600);
  expect(verified(place.path)).toMatchObject({
    ...{ ceremonyId: header.ceremonyId, kind: "generate", vaultId: header.vaultId, practice: false },
    recordKey: keyOf(recorder),
    parametersHash: parametersHash(header.parameters),
    lines: 1,
    firstHash: recorder.firstHash,
    head: recorder.firstHash,
    sealed: false,
  });
  recorder.close();
});

test("never replaces a file", async () => {
  const place = await newPlace();
  writeFileSync(place.path, "older");
  expect(openRecorder(header, place, () => noon)).toEqual({
    ok: false,
    error: { code: "file.exists", path: place.path },
  });
  expect(readFileSync(place.path, "utf8")).toBe("older");
});

test("has each line on the medium when note returns, and is sealed with the head it gives", async () => {
  const place = await newPlace();
  const recorder = opened(place);
  expect(recorder.note([note, { ...note, event: "share.bagged" }])).toEqual({ ok: true, value: null });
  expect(verified(place.path)).toMatchObject({ lines: 3, sealed: false });
  expect(recorder.note([])).toEqual({ ok: true, value: null });
  const sealed = recorder.seal();
  expect(recorder.sealed).toBe(true);
  const { head, firstHash, recordKey } = verified(place.path);
  expect(sealed).toEqual({ ok: true, value: { head } });
  expect([firstHash, recordKey]).toEqual([recorder.firstHash, keyOf(recorder)]);
  expect(linesOf(place.path).map(({ event }) => event)).toEqual([
    "ceremony.opened",
    "share.verified",
    "share.bagged",
    "record.sealed",
  ]);
});

test("tells its lines in words, those that are on the medium and no others", async ({ skip }) => {
  const medium = await tinyMedium();
  if ("reason" in medium) return skip(medium.reason);
  const path = join(medium.folder, "record.jsonl");
  const recorder = opened({ path });
  const [first] = recorder.lines;
  expect(first).toMatchObject({ seq: 0, event: "ceremony opened", actor: "app" });
  const before = recorder.lines;
  expect(recorder.note([{ ...note, data: { text: "t".repeat(100 * 1024) } }]).ok).toBe(false);
  expect(recorder.lines).toBe(before);
  expect(recorder.note([note]).ok).toBe(true);
  expect(recorder.seal().ok).toBe(true);
  expect(before).toHaveLength(1);
  expect(recorder.lines.map(({ seq, event, text }) => [seq, event, text])).toEqual([
    [0, "ceremony opened", expect.stringContaining("threshold: 2")],
    [1, "share verified", "index: 1; bag: Ä-17"],
    [2, "record sealed", expect.stringContaining("signature: ")],
  ]);
});

test("takes nothing once it is sealed", async () => {
  const recorder = opened(await newPlace());
  expect(recorder.seal().ok).toBe(true);
  expect(() => recorder.note([note])).toThrow("sealed");
  expect(() => recorder.seal()).toThrow("sealed");
  recorder.close();
});

test("cannot be sealed once it was closed: its key is wiped", async () => {
  const place = await newPlace();
  const recorder = opened(place);
  recorder.close();
  recorder.close();
  expect(() => recorder.note([note])).toThrow("closed");
  expect(() => recorder.seal()).toThrow("wiped");
  expect(recorder.publicKey.some((byte) => byte !== 0)).toBe(true);
  expect(verified(place.path)).toMatchObject({ lines: 1, sealed: false });
});

test("keeps no file where it has no place, under a key of its own all the same", () => {
  const [one, other] = [opened(null), opened(null)];
  expect(one.publicKey).not.toEqual(other.publicKey);
  expect(one.path).toBe(null);
  expect(one.note([note])).toEqual({ ok: true, value: null });
  expect(one.seal()).toMatchObject({ ok: true, value: { head: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  other.close();
});

describe("a note that no reader would take is a bug", () => {
  test.each<[string, Partial<RecordNote>]>([
    ["an event without a kind", { event: "verified" }],
    ["a member name that is not ASCII", { data: { größe: 1 } }],
    ["a number that JSON has not", { data: { index: Number.NaN } }],
    ["half a character", { actor: "\ud800" }],
    ["a line longer than is read", { data: { names: "n".repeat(1024 * 1024) } }],
    ["the seal", { event: "record.sealed" }],
  ])("%s", async (_, change) => {
    const place = await newPlace();
    const recorder = opened(place);
    expect(() => recorder.note([note, { ...note, ...change }])).toThrow();
    expect(verified(place.path).lines).toBe(1);
    recorder.close();
  });
});

test("an opening that no reader would take is a bug, and leaves no file", async () => {
  const place = await newPlace();
  const wrong = { ...header, ceremonyId: "first" };
  expect(() => openRecorder(wrong, place, () => noon)).toThrow("record.bad-member");
  expect(existsSync(place.path)).toBe(false);
});

describe("the clock", () => {
  test("that jumps back is noted once, with both times, and no line is earlier than the one before", async () => {
    const place = await newPlace();
    const clock = [noon, new Date("2026-11-23T11:00:00.000Z"), new Date("2026-11-23T11:30:00.000Z")];
    const later = new Date("2026-11-23T12:30:00.000Z");
    const recorder = opened(place, () => clock.shift() ?? later);
    for (const event of ["a.a", "b.b", "c.c"]) recorder.note([{ ...note, event }]);
    recorder.close();
    const jump = { from: "2026-11-23T12:00:00.000Z", to: "2026-11-23T11:00:00.000Z" };
    expect(linesOf(place.path).map(({ event, time, data }) => [event, time.slice(11, 16), data])).toEqual([
      ["ceremony.opened", "12:00", expect.anything()],
      ["clock.backward", "12:00", jump],
      ["a.a", "12:00", note.data],
      ["b.b", "12:00", note.data],
      ["c.c", "12:30", note.data],
    ]);
    expect(verified(place.path).remarkable.clockJumps).toBe(1);
  });
});

describe("what cannot be written", () => {
  test("leaves no file where the medium has no room for line 0", async ({ skip }) => {
    const medium = await tinyMedium();
    if ("reason" in medium) return skip(medium.reason);
    writeFileSync(join(medium.folder, "filler"), new Uint8Array(64 * 1024));
    const path = join(medium.folder, "record.jsonl");
    expect(openRecorder(header, { path }, () => noon)).toEqual({
      ok: false,
      error: { code: "file.disk-full", path },
    });
    expect(await readdir(medium.folder)).toEqual(["filler"]);
  });

  test("leaves the record as it was, and can be tried again when there is room", async ({ skip }) => {
    const medium = await tinyMedium();
    if ("reason" in medium) return skip(medium.reason);
    const path = join(medium.folder, "record.jsonl");
    const recorder = opened({ path });
    const filler = join(medium.folder, "filler");
    writeFileSync(filler, new Uint8Array(52 * 1024));
    const long = { ...note, data: { text: "t".repeat(20 * 1024) } };
    const before = readFileSync(path);
    expect(recorder.note([note, long])).toEqual({ ok: false, error: { code: "file.disk-full", path } });
    expect(readFileSync(path)).toEqual(before);
    writeFileSync(filler, "");
    expect(recorder.note([note, long]).ok).toBe(true);
    expect(recorder.seal().ok).toBe(true);
    expect(verified(path)).toMatchObject({ lines: 4, sealed: true });
  });

  test("is told when the file is no longer where people look for it, or is another one", async () => {
    const place = await newPlace();
    const recorder = opened(place);
    const away = `${place.path}.away`;
    renameSync(place.path, away);
    expect(recorder.note([note])).toEqual({ ok: false, error: { code: "file.missing", path: place.path } });
    writeFileSync(place.path, "another");
    expect(recorder.note([note])).toEqual({
      ok: false,
      error: { code: "file.not-as-written", path: place.path },
    });
    renameSync(away, place.path);
    expect(recorder.note([note]).ok).toBe(true);
    expect(recorder.seal().ok).toBe(true);
    expect(verified(place.path)).toMatchObject({ lines: 3, sealed: true });
  });
});

const someNote: fc.Arbitrary<RecordNote> = fc.record({
  event: fc
    .tuple(fc.stringMatching(/^[a-z-]{1,12}$/), fc.stringMatching(/^[a-z-]{1,12}$/))
    .map((e) => e.join(".")),
  actor: fc.string({ unit: "binary", maxLength: 40 }).filter((text) => !/\p{Cs}/u.test(text)),
  data: fc.dictionary(
    fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/),
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.nat()),
    ),
  ),
});

test("whatever is noted, at whatever times: it verifies, holds every note in order, and its times never run back", async () => {
  const folder = await temporaryFolder();
  let number = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(someNote, { maxLength: 4 }), fc.nat(1e9)), { maxLength: 8 }),
      (rounds) => {
        const path = join(folder, `${++number}.record.jsonl`);
        let clock = noon;
        const recorder = opened({ path }, () => clock);
        for (const [notes, at] of rounds) {
          clock = new Date(at * 1000);
          expect(recorder.note(notes).ok).toBe(true);
        }
        const sealed = recorder.seal();
        const record = verified(path);
        expect(sealed).toEqual({ ok: true, value: { head: record.head } });
        expect(record).toMatchObject({ sealed: true, firstHash: recorder.firstHash });
        const lines = linesOf(path);
        const told = lines.filter(({ event }) => event !== "clock.backward").slice(1, -1);
        expect(told.map(({ data }) => data)).toEqual(
          rounds.flatMap(([notes]) => notes.map(({ data }) => data)),
        );
        const times = lines.map(({ time }) => time);
        expect(times).toEqual([...times].sort());
      },
    ),
    { numRuns: 40 },
  );
});
