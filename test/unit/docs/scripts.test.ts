import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Every file of these kinds in a folder of the project, by its path there. */
function filesIn(folder: string, ends: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => ends.test(path))
    .sort();
}

/** One text for the many ways to write the same: white space is one space, and apostrophes are straight. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("’", "'");
}

/** What the screens say, with the marks around each text that begin and end it in the code. */
const screens = plain(
  ["renderer/screens", "renderer/components", "electron/contract"]
    .flatMap((folder) => filesIn(folder, /\.tsx?$/).map((path) => join(root, folder, path)))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n"),
);

/** Whether a whole text of the screens is this one. A name may stand before it. */
function isOnScreen(label: string): boolean {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`["'>\`}]:? ?${escaped} ?["'<\`{]`).test(screens);
}

/** The **buttons** and "headings" that a script names. */
function labelsIn(markdown: string): readonly string[] {
  const found = plain(markdown).matchAll(/\*\*([^*]+)\*\*|"([^"]+)"/g);
  return [...new Set([...found].map(([, bold, quoted]) => bold ?? quoted ?? ""))];
}

describe("the scripts to print", () => {
  const scripts = filesIn("docs/scripts", /\.md$/).filter((path) => path !== "README.md");

  it("are those of all ceremonies, and their forms", () => {
    expect(scripts).toEqual(
      expect.arrayContaining(
        ["generate", "recover", "rotate", "reshare", "check", "rehearsal", "exception"].map(
          (name) => `${name}.md`,
        ),
      ),
    );
  });

  it("tells a label from a part of one", () => {
    expect(isOnScreen("Start the ceremony")).toBe(true);
    expect(isOnScreen("comes to the screen, alone")).toBe(true);
    expect(isOnScreen("Start the")).toBe(false);
    expect(isOnScreen("Begin the rehearsal")).toBe(false);
  });

  it.each(scripts)("%s names buttons and headings as the screens do", (path) => {
    const labels = labelsIn(readFileSync(join(root, "docs/scripts", path), "utf8"));
    expect(labels.filter((label) => !isOnScreen(label))).toEqual([]);
  });
});
