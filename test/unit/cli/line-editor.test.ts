import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineEditor, type Pressed } from "../../../electron/cli/line-editor";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What keys ask for that all come at once. */
function pressed(keys: string | Uint8Array): readonly Pressed[] {
  return new LineEditor().take(typeof keys === "string" ? bytesOf(keys) : keys, 0);
}

const lines = (keys: string | Uint8Array) =>
  pressed(keys).map((one) => (one.kind === "line" ? one.text : one.kind));

describe("what is not seen is not in the line", () => {
  it.each([
    ["F1 of xterm", "\u001bOP"],
    ["F1 with Shift", "\u001bO2P"],
    ["F1 of the Linux console", "\u001b[[A"],
    ["F5", "\u001b[15~"],
    ["an arrow", "\u001b[A"],
    ["an arrow in the application mode", "\u001bOA"],
    ["Ctrl and an arrow", "\u001b[1;5D"],
    ["Home, End, Delete", "\u001b[H\u001b[F\u001b[3~"],
    ["the frame of a paste", "\u001b[200~\u001b[201~"],
    ["a mouse", "\u001b[<0;12;7M"],
    ["the focus that comes and goes", "\u001b[I\u001b[O"],
    ["the name of the window", "\u001b]0;abandon\u0007"],
    ["a color that was asked for", "\u001b]11;rgb:0000/0000/0000\u001b\\"],
    ["a terminal's name", "\u001bP>|xterm\u001b\\"],
    ["Alt and a letter", "\u001bb"],
    ["Alt and a letter of two bytes", "\u001bä"],
    ["a change of the character set", "\u001b(B"],
    ["ESC twice and an arrow", "\u001b\u001b[A"],
    [
      "Ctrl+A, B, E, F, G, K, L, N, P, Q, R, S, T, V, X, Y, Z",
      "\u0001\u0002\u0005\u0006\u0007\u000b\f\u000e\u0010\u0011\u0012\u0013\u0014\u0016\u0018\u0019\u001a",
    ],
    ["a control character in two bytes", "\u0085\u009b"],
    ["NUL", "\u0000"],
  ])("%s", (_, key) => {
    expect(lines(`${key}zoo ${key}ability${key}\r`)).toEqual(["zoo ability"]);
  });

  it("an ESC of its own takes no letter with it", () => {
    const editor = new LineEditor();
    editor.take(bytesOf("\u001b"), 0);
    expect(editor.take(bytesOf("zoo\r"), 101)).toEqual([{ kind: "line", text: "zoo" }]);
    editor.take(bytesOf("zoo\u001b"), 0);
    expect(editor.take(bytesOf("\u007f\r"), 101)).toEqual([{ kind: "line", text: "zo" }]);
  });

  it("a sequence that is never ended swallows neither Enter nor Ctrl+C", () => {
    for (const begun of [
      "\u001b",
      "\u001b[",
      "\u001b[20",
      "\u001bO",
      "\u001b]0;title",
      "\u001bP",
      "\u001b]0;\u001b",
    ]) {
      expect(lines(`zoo${begun}\r`)).toEqual(["zoo"]);
      expect(lines(`zoo${begun}\u0003`)).toEqual(["interrupt"]);
    }
  });
});

describe("a character is erased whole", () => {
  it.each([
    ["é", "x"],
    ["e\u0301", "x"],
    ["e\u0301\u0323", "x"],
    ["字", "x"],
    ["😀", "x"],
    ["a\u200b", "x"],
  ])("%j", (character, before) => {
    for (const key of ["\u007f", "\b"]) {
      expect(lines(`${before}${character}${key}\r`)).toEqual([before]);
      expect(lines(`${character}${key}${key}zoo\r`)).toEqual(["zoo"]);
    }
  });

  it("of another character set: a byte that is none in UTF-8 is one character", () => {
    expect(lines(Uint8Array.from([0x7a, 0xe9, 0x7f, 0x6f, 0x6f, 0x0d]))).toEqual(["zoo"]);
    expect(lines(Uint8Array.from([0x7a, 0xff, 0x7f, 0x6f, 0x6f, 0x0d]))).toEqual(["zoo"]);
    expect(lines(Uint8Array.from([0xe9, 0x7a, 0x6f, 0x6f, 0x0d]))).toEqual(["\ufffdzoo"]);
  });
});

it("erases a word by Ctrl+W and Alt with Backspace, the line by Ctrl+U, and takes a tabulator for a space", () => {
  expect(lines("zoo banana \u0017ability\r")).toEqual(["zoo ability"]);
  expect(lines("zoo banana\u001b\u007fability\r")).toEqual(["zoo ability"]);
  expect(lines("banana \u0017\u0017zoo\r")).toEqual(["zoo"]);
  expect(lines("banana\u0015zoo\r")).toEqual(["zoo"]);
  expect(lines("zoo\tability\r")).toEqual(["zoo ability"]);
});

it("takes CR LF for one end of a line, also where LF comes later, and two of either for two", () => {
  expect(lines("one\r\ntwo\r\n")).toEqual(["one", "two"]);
  expect(lines("one\r\rtwo\n\n")).toEqual(["one", "", "two", ""]);
  const editor = new LineEditor();
  expect(editor.take(bytesOf("one\r"), 0)).toHaveLength(1);
  expect(editor.take(bytesOf("\n"), 5000)).toEqual([]);
  expect(editor.take(bytesOf("\n"), 5000)).toEqual([{ kind: "line", text: "" }]);
});

it("ends by Ctrl+D what is there, or all; is interrupted by Ctrl+C and Ctrl+\\", () => {
  expect(lines("zoo\u0004\u0004")).toEqual(["zoo", "end"]);
  expect(lines("zoo\u0003")).toEqual(["interrupt"]);
  expect(lines("zoo\u001c")).toEqual(["interrupt"]);
});

it("adds no half of a character where the line is full", () => {
  expect(lines(`${"x".repeat(4095)}é\r`)).toEqual(["x".repeat(4095)]);
});

it("gives the same whatever the pieces in which the bytes arrive, and holds nothing behind them", () => {
  const keys = fc.array(
    fc.oneof(
      fc.constantFrom(
        "\r",
        "\n",
        "\r\n",
        "\u0017",
        "\u0015",
        "\u007f",
        "\u001b",
        "\u001b[",
        "\u001bO",
        "\u001b]",
        "\u0007",
        "é",
        "e\u0301",
        "😀",
        "A",
        "~",
        "\t",
        "\\",
        "[",
        "zoo ",
      ),
      fc.uint8Array({ maxLength: 3 }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(keys, fc.infiniteStream(fc.nat(4)), (typed, cuts) => {
      const bytes = Buffer.concat(typed.map((one) => (typeof one === "string" ? bytesOf(one) : one)));
      const editor = new LineEditor();
      const inPieces: Pressed[] = [];
      for (let at = 0; at < bytes.length; ) {
        const length = cuts.next().value ?? 1;
        inPieces.push(...editor.take(bytes.subarray(at, at + length), 0));
        at += length;
      }
      expect(inPieces).toEqual(pressed(bytes));
      for (const one of inPieces) {
        if (one.kind === "line") expect(one.text).not.toMatch(/\p{Cc}/u);
      }
      editor.wipe();
      expect(editor.isEmpty).toBe(true);
    }),
  );
});
