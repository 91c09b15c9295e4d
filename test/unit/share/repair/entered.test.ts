import { describe, expect, test } from "vitest";
import { readEntered, UNREADABLE } from "../../../../electron/share/repair/entered";
import { readTypedShare } from "../../../../electron/share/typed-share";
import { wordNumbers } from "../../../../electron/share/word-numbers";
import { toWords } from "../../../../electron/share/words";
import { samplePayload } from "../sample";

const words = toWords(samplePayload());

function entered(text: string) {
  const typed = readTypedShare(text);
  if (typed.kind !== "words") throw new Error(typed.kind);
  return readEntered(typed);
}

describe("entered words", () => {
  test("are numbers, four letters of each enough, and `?` is a number of its own", () => {
    const typed = words.map((word, at) => (at === 9 ? "?" : word.slice(0, 4).toUpperCase()));
    const expected = wordNumbers(samplePayload());
    expected[9] = UNREADABLE;
    expect(entered(`\n${typed.join("\u3000")} `)).toEqual({ ok: true, value: expected });
    expected.copyWithin(9, 10);
    typed.splice(9, 1);
    expect(entered(typed.join(" "))).toEqual({ ok: true, value: expected.slice(0, 30) });
  });

  test.each([
    ["29 words", words.slice(2).join(" "), { code: "share.word-count", count: 29 }],
    ["32 words", `${words.join(" ")} ?`, { code: "share.word-count", count: 32 }],
    [
      "a word off the list",
      ["nope", ...words.slice(1)].join(" "),
      { code: "share.unknown-words", positions: [1] },
    ],
    ["half a word", [...words.slice(1), "ab"].join(" "), { code: "share.unknown-words", positions: [31] }],
  ])("%s is refused", (_, text, error) => {
    expect(entered(text)).toEqual({ ok: false, error });
  });
});
