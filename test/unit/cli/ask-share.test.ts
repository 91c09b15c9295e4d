import { expect, it } from "vitest";
import { askShare } from "../../../electron/cli/ask-share";
import type { Prompt, Reply } from "../../../electron/cli/prompt";
import { vault } from "../keystore/vectors";

const { words = "", qr = "" } = vault(0).shares[0] ?? {};
const list = words.split(" ");

/** What is asked and taken where people answer with these lines; Ctrl+D behind them. */
async function taken(...lines: readonly (string | Reply)[]) {
  const left = [...lines];
  const asked: [string, boolean][] = [];
  const prompt: Prompt = {
    ask: async (question, holds) => {
      asked.push([question, holds]);
      const line = left.shift();
      if (line === undefined) return { kind: "end" };
      return typeof line === "string" ? { kind: "line", text: line } : line;
    },
    close: () => undefined,
  };
  return { share: await askShare(prompt, "Share: ", false), asked, left };
}

const share = (text: string) => ({ kind: "share", text });

it("takes a whole share from one line, and judges at once what is none", async () => {
  for (const text of [words, qr, list.slice(1).join(" "), "https://example.org/bag", `${words} zoo`]) {
    expect(await taken(text, "more")).toMatchObject({ share: share(text), left: ["more"] });
  }
});

it("asks again for an empty line, and keeps nothing of it", async () => {
  expect((await taken("", " ", words)).share).toEqual(share(words));
});

it("goes on until there are 31 words, and says how many there are", async () => {
  const { share: one, asked, left } = await taken(...list, "more");
  expect([one, left]).toEqual([share(list.join("\n")), ["more"]]);
  expect([asked[0], asked[2], asked[30]]).toEqual([
    ["Share: ", false],
    ["2 of 31 words are in. The rest (Enter if there is none), not shown: ", true],
    ["30 of 31 words are in. The rest (Enter if there is none), not shown: ", true],
  ]);
});

it("takes what was begun at an empty line or Ctrl+D", async () => {
  const begun = list.slice(0, 30);
  expect((await taken(...begun, "")).share).toEqual(share(begun.join("\n")));
  expect((await taken("zoo")).share).toEqual(share("zoo"));
  expect((await taken()).share).toEqual({ kind: "end" });
});

it("lets a whole share replace what was begun", async () => {
  expect((await taken("abandon ability", words)).share).toEqual(share(words));
});

it("joins a code over two lines", async () => {
  const [first, second] = [qr.slice(0, 40), qr.slice(40)];
  expect((await taken(first, second)).share).toEqual(share(`${first}\n${second}`));
});

it.each(["stopped", "unattended"] as const)("gives up what was begun when it is %s", async (kind) => {
  expect((await taken("zoo", { kind })).share).toEqual({ kind });
});
