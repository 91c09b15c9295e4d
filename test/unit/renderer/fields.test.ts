import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../../renderer/", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll("\\", "/"))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));

function holding(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

describe("the renderer's sources", () => {
  it("draw what is typed in three places alone: a plain field, word cells and key lines", () => {
    expect(holding(/type="text"/).filter((path) => path !== "components/enter-key.ts")).toEqual(
      expect.arrayContaining([
        "components/field.tsx",
        "components/key-lines.tsx",
        "components/word-cells.tsx",
      ]),
    );
    const drawing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/<(?:input|textarea)\b[^>]*?\btype="(\w+)"|<(?:input|textarea)\b/g)].map(
        ([, type]) => `${path} ${type ?? "none"}`,
      ),
    );
    expect([...drawing].sort()).toEqual([
      "components/choice.tsx radio",
      "components/confirmation.tsx checkbox",
      "components/field.tsx text",
      "components/key-lines.tsx checkbox",
      "components/key-lines.tsx text",
      "components/scan-picture.tsx file",
      "components/word-cells.tsx text",
    ]);
    expect(holding(/contentEditable|designMode/)).toEqual([]);
  });

  it("move the focus by one function, so that it is no sign of a person", () => {
    expect(holding(/\.focus\(/)).toEqual(["keyboard/move-focus.ts"]);
    expect(holding(/autoFocus/)).toEqual([]);
  });

  it("hear the keys that a scanner sends in the keyboard, the cells and one rule for Enter alone", () => {
    expect([...holding(/"Enter"/)].sort()).toEqual([
      "components/enter-key.ts",
      "components/word-cells.tsx",
      "keyboard/burst.ts",
      "keyboard/listen.ts",
    ]);
  });
});
