import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newSigningPair } from "../../../electron/crypto/signing";
import { verifyRecord, verifyRecordFile } from "../../../electron/record/verify-record";
import { temporaryFolder } from "../files/temporary-folder";
import { ceremonyNotes, writeCeremonyRecord } from "./ceremony-record";
import { flipped, unnoticedFlips } from "./every-flip";
import { chained, type Draft, fileOf, openingOf, sealed } from "./made-record";

const vector = new Uint8Array(readFileSync(new URL("../../vectors/record.jsonl", import.meta.url)));
const vectorHead = readFileSync(new URL("../../vectors/record.head", import.meta.url), "utf8").trim();

const pair = newSigningPair();
const note: Draft = { event: "share.verified", actor: "Custodian 1", data: { index: 1, bag: "Ä-17" } };
const lines = chained([openingOf(pair), note]);

function failureOf(bytes: Uint8Array): unknown {
  const answer = verifyRecord(bytes);
  return answer.ok ? null : answer.error;
}

/** What is wrong with a record whose only line behind the opening is this one. */
function failureOfLine(text: string): unknown {
  return failureOf(fileOf([...lines.slice(0, 1), text]));
}

/** The second line with some members changed, still chained and canonical. */
function second(change: Draft): string {
  return chained([openingOf(pair), { ...note, ...change }])[1] ?? "";
}

describe("the record made by another implementation", () => {
  test("verifies, and its head is the one written down", () => {
    expect(verifyRecord(vector)).toEqual({
      ok: true,
      value: {
        ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
        kind: "generate",
        vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
        practice: false,
        recordKey: "MVp4cFp6OfafghanJxDlDW_mWvQ564J9ltxZ6B3RF0s",
        parametersHash: null,
        from: "2026-11-23T22:00:00.000Z",
        to: "2026-11-23T22:01:00.000Z",
        lines: 4,
        remarkable: { exceptions: 0, disagreements: 0, refusals: 0, aborts: 0, spoiled: 0, clockJumps: 0 },
        firstHash: "2e42a80d34e5a690b7d6b6cd36ca89c4ab66024e169b88cf3cd3fb72f877be6e",
        head: vectorHead,
        sealed: true,
      },
    });
  });

  test("one flipped bit anywhere is refused, or at least no longer sealed", () => {
    expect(unnoticedFlips(vector)).toEqual([]);
    for (let bit = 0; bit < vector.length * 8; bit += 7) {
      const answer = verifyRecord(flipped(vector, bit));
      // A flip in the last line's event name gives a record that was never sealed: consistent, and no pass.
      if (answer.ok && answer.value.sealed) throw new Error(`Bit ${bit} went unnoticed.`);
    }
  });

  test("cut off anywhere but behind a line it is refused, and there it is unsealed", () => {
    for (let length = 0; length < vector.length; length++) {
      const answer = verifyRecord(vector.subarray(0, length));
      const behindLine = vector[length - 1] === 0x0a;
      expect(answer.ok).toBe(behindLine);
      if (answer.ok) expect(answer.value.sealed).toBe(false);
    }
  });
});

describe("a record", () => {
  test("verifies sealed and unsealed, with any event, actor and data", () => {
    expect(verifyRecord(fileOf(lines))).toMatchObject({ ok: true, value: { lines: 2, sealed: false } });
    expect(verifyRecord(fileOf(sealed(lines, pair)))).toMatchObject({
      ok: true,
      value: { lines: 3, sealed: true, recordKey: Buffer.from(pair.publicKey).toString("base64url") },
    });
  });

  test("of a newer version is called so before anything else", () => {
    const newer = `{"data":{"version":2}, "more":1}`;
    expect(failureOf(fileOf([newer]))).toEqual({ code: "record.newer-version", version: 2 });
  });

  test("is UTF-8, and every line ends", () => {
    expect(failureOf(new Uint8Array([0xff, 0x0a]))).toEqual({ code: "record.not-utf8", line: 1 });
    expect(failureOf(new Uint8Array())).toEqual({ code: "record.empty" });
    expect(failureOf(fileOf(lines).subarray(0, -1))).toEqual({ code: "record.cut-off", line: 2 });
  });

  test.each(["", "nonsense", "[]", "null", "1", `${second({})}{}`])("line %j is no object", (text) => {
    expect(failureOfLine(text)).toEqual({ code: "record.not-json", line: 2 });
  });

  test.each([
    ["white space", second({}).replace('"seq":1', '"seq": 1')],
    ["a doubled member", second({}).replace('"seq":1', '"seq":1,"seq":1')],
    ["an odd escape", second({}).replace("Custodian", "\\u0043ustodian")],
    ["a doubled member of its data", second({}).replace('"index":1', '"index":1,"index":1')],
    ["half a character", second({}).replace("Custodian", "\\ud800ustodian")],
    ["an odd number", second({}).replace('"index":1', '"index":1.0')],
    ["a member that a reader might pass over", second({}).replace('"data":{', '"data":{"__proto__":1,')],
  ])("with %s is not canonical", (_, text) => {
    expect(failureOfLine(text)).toEqual({ code: "record.not-canonical", line: 2 });
  });

  test("that went through an editor is told so", () => {
    expect(failureOf(new Uint8Array([0xef, 0xbb, 0xbf, ...fileOf(lines)]))).toEqual({
      code: "record.byte-order-mark",
    });
    expect(failureOfLine(`${second({})}\r`)).toEqual({ code: "record.line-ending", line: 2 });
  });

  test.each<[string, Draft]>([
    ["more", { more: 1 }],
    ["actor", { actor: undefined }],
    ["actor", { actor: 1 }],
    ["event", { event: "verified" }],
    ["event", { event: "share." }],
    ["data", { data: [] }],
    ["seq", { seq: -1 }],
    ["seq", { seq: "1" }],
    ["prev", { prev: "0".repeat(63) }],
    ["time", { time: "2026-11-23T22:00:00Z" }],
    ["time", { time: "2026-02-30T22:00:00.000Z" }],
    ["time", { time: "soon" }],
    ["time", { time: "+012026-11-23T22:00:00.000Z" }],
    ["größe", { data: { list: [{ größe: 1 }] } }],
  ])("with an unknown, missing or mistyped %s is refused by that name", (member, change) => {
    expect(failureOfLine(second(change))).toEqual({ code: "record.bad-member", line: 2, member });
  });

  test.each<[string, Draft]>([
    ["data.version", { version: "1" }],
    ["data.ceremonyId", { ceremonyId: "first" }],
    ["data.kind", { kind: "destroy" }],
    ["data.vaultId", { vaultId: undefined }],
    ["data.practice", { practice: 0 }],
    ["data.publicKey", { publicKey: "AAAA" }],
  ])("opens with %s", (member, data) => {
    expect(failureOf(fileOf(chained([openingOf(pair, data)])))).toEqual({
      code: "record.bad-member",
      line: 1,
      member,
    });
  });

  test("opens with ceremony.opened", () => {
    expect(failureOf(fileOf(chained([note])))).toEqual({
      code: "record.bad-member",
      line: 1,
      member: "event",
    });
  });

  test.each<[string, Draft]>([
    ["number", { seq: 2 }],
    ["hash of the line before", { prev: "0".repeat(64) }],
  ])("whose line has another %s does not follow", (_, change) => {
    expect(failureOfLine(second(change))).toEqual({ code: "record.chain", line: 2 });
  });

  test("without one of its lines does not follow", () => {
    const [first = "", , third = ""] = chained([openingOf(pair), note, note]);
    expect(failureOf(fileOf([first, third]))).toEqual({ code: "record.chain", line: 2 });
  });

  test("has nothing behind its seal", () => {
    const closed = sealed(lines, pair);
    expect(failureOf(fileOf(sealed(closed, pair)))).toEqual({ code: "record.after-seal", line: 4 });
  });

  test("sealed by another key, or naming another key, is refused", () => {
    const other = newSigningPair();
    expect(failureOf(fileOf(sealed(lines, other)))).toEqual({ code: "record.seal", line: 3 });
    const named = { publicKey: Buffer.from(pair.publicKey).toString("base64url") };
    expect(failureOf(fileOf(sealed(lines, other, named)))).toEqual({ code: "record.seal", line: 3 });
  });

  test("sealed with anything but key and signature is refused", () => {
    expect(failureOf(fileOf(sealed(lines, pair, { note: "more" })))).toEqual({
      code: "record.bad-member",
      line: 3,
      member: "data.note",
    });
  });

  test.each([
    [99, null],
    [100, { code: "record.bad-member", line: 2, member: "data" }],
    [1e5, { code: "record.bad-member", line: 2, member: "data" }],
  ])("nested %i levels deep is refused beyond reason, not thrown at", (levels, failure) => {
    for (const [begin, end] of [
      ["[", "]"],
      ['{"a":', "}"],
    ]) {
      const nested = `${begin?.repeat(levels - 1)}{}${end?.repeat(levels - 1)}`;
      expect(failureOfLine(second({ data: { deep: 0 } }).replace('"deep":0', `"deep":${nested}`))).toEqual(
        failure,
      );
    }
  });

  test("with a seal in its middle is refused there, or behind it where that seal holds", () => {
    const forged = chained([
      openingOf(pair),
      {
        event: "record.sealed",
        actor: "app",
        data: { publicKey: "A".repeat(43), signature: "A".repeat(86) },
      },
      note,
    ]);
    expect(failureOf(fileOf(sealed(forged, pair)))).toEqual({ code: "record.seal", line: 2 });
    const wordless = chained([openingOf(pair), { event: "record.sealed", actor: "app", data: {} }, note]);
    expect(failureOf(fileOf(sealed(wordless, pair)))).toMatchObject({ code: "record.bad-member", line: 2 });
    const closed = sealed(lines, pair);
    expect(failureOf(fileOf([...closed, ...closed.slice(1)]))).toEqual({
      code: "record.after-seal",
      line: 4,
    });
  });

  test("that a program on Windows rewrote, or an old one joined with returns, is refused in line 1", () => {
    const text = new TextDecoder().decode(fileOf(sealed(lines, pair)));
    const encoded = (line: string) => new TextEncoder().encode(line);
    expect(failureOf(encoded(text.replaceAll("\n", "\r\n")))).toEqual({
      code: "record.line-ending",
      line: 1,
    });
    expect(failureOf(encoded(text.replaceAll("\n", "\r")))).toEqual({ code: "record.cut-off", line: 1 });
    expect(failureOf(encoded(`${text}\r\n`))).toEqual({ code: "record.after-seal", line: 4 });
  });

  test("with broken UTF-8 or a byte order mark in a later line is refused there", () => {
    const [first = "", other = ""] = lines;
    const broken = Buffer.from(`${first}\n${other.replace("Custodian", "Custodi\u00e0n")}\n`, "latin1");
    expect(failureOf(new Uint8Array(broken))).toEqual({ code: "record.not-utf8", line: 2 });
    expect(failureOfLine(`\ufeff${other}`)).toEqual({ code: "record.not-json", line: 2 });
  });
});

describe("a record of a whole ceremony", () => {
  test("shows every single flipped bit", async () => {
    const bytes = new Uint8Array(readFileSync(writeCeremonyRecord(await temporaryFolder()).path));
    expect(verifyRecord(bytes)).toMatchObject({ ok: true, value: { sealed: true, lines: 10 } });
    expect(unnoticedFlips(bytes)).toEqual([]);
  });

  test("shows what was edited, deleted, repeated, moved or brought in, by its line", async () => {
    const own = await linesOfCeremony();
    const foreign = await linesOfCeremony();
    for (let at = 1; at < own.length; at++) {
      const [before, line, after] = [own.slice(0, at), own[at] ?? "", own.slice(at + 1)];
      const edited = line.replace(/"actor":"[^"]*"/, '"actor":"Mallory"');
      const isSeal = after.length === 0;
      // An edit shows in the next line; that of the seal in itself.
      expect(lineOf([...before, edited, ...after])).toBe(isSeal ? at + 1 : at + 2);
      expect(lineOf([...before, ...after])).toBe(isSeal ? "unsealed" : at + 1);
      expect(lineOf([...before, line, line, ...after])).toBe(at + 2);
      expect(lineOf([...before.slice(0, -1), line, ...before.slice(-1), ...after])).toBe(at === 1 ? 1 : at);
      expect(lineOf([...before, foreign[at] ?? "", ...after])).toBe(at + 1);
    }
  });

  test("counts what a reader should look for first", async () => {
    const { path, head } = writeCeremonyRecord(await temporaryFolder());
    expect(verifyRecord(readFileSync(path))).toMatchObject({
      ok: true,
      value: {
        head,
        parametersHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        remarkable: { exceptions: 1, disagreements: 1, refusals: 1, aborts: 0, spoiled: 0, clockJumps: 0 },
      },
    });
  });

  test("read from its file is the same, line by line, and a failure tells the lines before it", async () => {
    const { path } = writeCeremonyRecord(await temporaryFolder());
    const events: string[] = [];
    const read = await verifyRecordFile(path, ({ event }) => events.push(event));
    expect(read).toEqual(verifyRecord(readFileSync(path)));
    expect(events).toEqual(["ceremony.opened", ...ceremonyNotes.map(({ event }) => event), "record.sealed"]);
    const cut = readFileSync(path).subarray(0, -1);
    writeFileSync(path, cut);
    events.length = 0;
    expect(await verifyRecordFile(path, ({ event }) => events.push(event))).toEqual({
      ok: false,
      error: { code: "record.cut-off", line: 10 },
    });
    expect(events).toHaveLength(9);
  });
});

describe("a file that is no record", () => {
  test("is refused by its first line, however large", async () => {
    const path = join(await temporaryFolder(), "file");
    for (const [bytes, error] of [
      [Buffer.alloc(0), { code: "record.empty" }],
      [Buffer.from("\n"), { code: "record.not-json", line: 1 }],
      [Buffer.alloc(100e6, "a"), { code: "record.line-too-long", line: 1, limit: 1024 * 1024 }],
      [Buffer.alloc(100e6, 0), { code: "record.line-too-long", line: 1, limit: 1024 * 1024 }],
      [Buffer.alloc(100e6, "\n"), { code: "record.not-json", line: 1 }],
      [Buffer.concat([Buffer.of(0xff), randomBytes(1e6)]), { code: "record.not-utf8", line: 1 }],
    ] as const) {
      writeFileSync(path, bytes);
      expect(await verifyRecordFile(path)).toEqual({ ok: false, error });
    }
    expect(await verifyRecordFile(`${path}.gone`)).toMatchObject({ error: { code: "file.missing" } });
  });

  test("or one in good order and larger than is read, is refused where it exceeds that", async () => {
    const path = join(await temporaryFolder(), "file");
    const long = { event: "share.verified", actor: "app", data: { text: "t".repeat(1_040_000) } };
    writeFileSync(path, fileOf(chained([openingOf(pair), ...new Array<Draft>(66).fill(long)])));
    expect(await verifyRecordFile(path)).toEqual({
      ok: false,
      error: { code: "record.too-large", line: 66, limit: 64 * 1024 * 1024 },
    });
  });
});

async function linesOfCeremony(): Promise<string[]> {
  return readFileSync(writeCeremonyRecord(await temporaryFolder()).path, "utf8")
    .trimEnd()
    .split("\n");
}

/** The line at which a record is refused; "unsealed" where it is not, and nothing seals it. */
function lineOf(lines: readonly string[]): number | string {
  const answer = verifyRecord(fileOf(lines));
  if (answer.ok) return answer.value.sealed ? "sealed" : "unsealed";
  return "line" in answer.error ? answer.error.line : 1;
}
