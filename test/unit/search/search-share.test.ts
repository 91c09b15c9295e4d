import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { searchShare } from "../../../electron/search/search-share";
import { byLikeness } from "../../../electron/share/repair/likely";
import type { KnownSets } from "../../../electron/share/repair/repair";
import { wordNumbers } from "../../../electron/share/word-numbers";
import { temporaryFolder } from "../files/temporary-folder";
import { damaged, knownBy, ownWord, told } from "../share/repair/damaged";
import { hexOf, samplePayload } from "../share/sample";
import { builtWorker } from "./built-worker";

// Long searches on a busy machine; none waits for time to pass.
const workerFile = builtWorker();
const payload = samplePayload();
const known = knownBy(payload);

/** The sample with the words that stand at `rank` in the order of likeness, in two places of its value. */
function twoSlips(rank: number): Uint16Array {
  const slip = (at: number) => byLikeness(wordNumbers(payload)[at] ?? 0)[rank] ?? 0;
  return damaged(payload, { 9: slip(9), 20: slip(20) });
}

function search(
  entered: Uint16Array,
  among: KnownSets | null,
  { onProgress = (_: number) => {}, signal = new AbortController().signal, file = workerFile() } = {},
) {
  return searchShare(entered, among, { onProgress, signal }, file);
}

describe("a search in worker threads", () => {
  test("finds an unreadable word without a keystore, and leaves what was entered alone", async () => {
    const entered = damaged(payload, { 9: null });
    const answer = await search(entered, null);
    expect(answer.ok && told(answer.value)).toEqual([
      { kind: "missing-words", proof: "checksum", changes: [ownWord(payload, 9)], payload: hexOf(payload) },
    ]);
    expect(entered).toEqual(damaged(payload, { 9: null }));
  });

  test("finds two likely slips in the value, and tells how far it is", async () => {
    const reported: number[] = [];
    const answer = await search(twoSlips(5), known, { onProgress: (done) => reported.push(done) });
    const changes = [ownWord(payload, 9), ownWord(payload, 20)];
    expect(answer.ok && told(answer.value)).toEqual([
      { kind: "wrong-words", proof: "commitment", changes, payload: hexOf(payload) },
    ]);
    expect(reported).toEqual([...reported].sort((one, other) => one - other));
    // Found among the likely ones: nearly everything was left to do.
    expect(reported.length > 0 && reported.every((done) => done > 0 && done < 0.1)).toBe(true);
  });

  test("tells every solution that the checksum leaves, in the order of the plan", async () => {
    const entered = damaged(payload, { 28: null, 29: null });
    const answer = await search(entered, null);
    expect(answer.ok && told(answer.value)).toMatchObject([{ kind: "missing-words", proof: "probable" }]);
  });

  test("ends when it is cancelled, and finds nothing", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const answer = await search(twoSlips(2000), known, { onProgress, signal: controller.signal });
    expect(answer).toEqual({ ok: false, error: { code: "share.search-cancelled" } });
    expect(await search(twoSlips(2000), known, { signal: controller.signal })).toEqual(answer);
  });

  test("refuses at once what is not searched for", async () => {
    const answer = await search(damaged(payload, { 9: null, 10: null, 11: null }), known);
    expect(answer).toEqual({ ok: false, error: { code: "share.too-damaged", keystore: true } });
  });

  test("throws where a worker breaks", async () => {
    const file = join(await temporaryFolder(), "worker.cjs");
    await writeFile(file, 'throw new Error("broken");');
    await expect(search(damaged(payload, { 9: null }), null, { file })).rejects.toThrow("broken");
  });
});
