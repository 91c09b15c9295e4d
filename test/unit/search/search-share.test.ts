import { describe, expect, test } from "vitest";
import { searchShare } from "../../../electron/search/search-share";
import type { KnownSets } from "../../../electron/share/repair/repair";
import { damaged, knownBy, otherThan, ownWord, told } from "../share/repair/damaged";
import { hexOf, samplePayload } from "../share/sample";
import { builtWorker } from "./built-worker";

const workerFile = builtWorker();
const payload = samplePayload();
const known = knownBy(payload);

function search(entered: Uint16Array, among: KnownSets | null, signal = new AbortController().signal) {
  const reported: number[] = [];
  const watch = { onProgress: (done: number) => reported.push(done), signal };
  return searchShare(entered, among, watch, workerFile()).then((answer) => ({ answer, reported }));
}

describe("a search in worker threads", () => {
  test("finds an unreadable word without a keystore", async () => {
    const { answer } = await search(damaged(payload, { 9: null }), null);
    expect(answer.ok && told(answer.value)).toEqual([
      { kind: "missing-words", proof: "checksum", changes: [ownWord(payload, 9)], payload: hexOf(payload) },
    ]);
  });

  test("finds two likely slips among 24 words", async () => {
    const numbers = damaged(payload, { 9: otherThan(payload, 9), 20: otherThan(payload, 20) });
    const { answer, reported } = await search(numbers, known);
    expect(answer.ok && told(answer.value)).toEqual([
      {
        kind: "wrong-words",
        proof: "commitment",
        changes: [ownWord(payload, 9), ownWord(payload, 20)],
        payload: hexOf(payload),
      },
    ]);
    expect(reported.every((done) => done > 0 && done <= 1)).toBe(true);
  });
});
