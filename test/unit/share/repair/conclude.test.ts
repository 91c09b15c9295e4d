import { expect, it } from "vitest";
import { searchHere } from "../../../../electron/share/repair/search-here";
import { payloadIn, wordNumbers } from "../../../../electron/share/word-numbers";
import { samplePayload } from "../sample";
import { damaged, knownBy, ownWord } from "./damaged";

it("tells an unreadable word beside its like as missing, and not as two that changed places", () => {
  const words = wordNumbers(samplePayload());
  words[7] = words[6] ?? 0;
  const payload = payloadIn(words);
  for (const at of [6, 7]) {
    const found = searchHere(damaged(payload, { [at]: null }), knownBy(payload));
    expect(found).toMatchObject({
      ok: true,
      value: { solutions: [{ kind: "missing-words", changes: [ownWord(payload, at)] }] },
    });
  }
});
