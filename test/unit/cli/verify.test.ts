import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../files/temporary-folder";
import { vault, vaults } from "../keystore/vectors";
import { fileOf, keystoreFileOf, run, runJson } from "./command";

it.each(vaults)("opens $keystore.vault.name and prints no key", async (vector) => {
  const argv = [
    "verify",
    await keystoreFileOf(vector),
    "--wrapping-key-file",
    await fileOf(vector.wrappingKey),
  ];
  const { status, printed } = await run(argv);
  expect(status).toBe(0);
  expect(printed).toContain("This Wrapping Key opens this keystore.");
  expect(printed.startsWith("PRACTICE")).toBe(vector.keystore.practice);
  const json = await run([...argv, "--json"]);
  expect(JSON.parse(json.printed)).toMatchObject({ ok: true, code: "keystore.opens", warnings: [] });
  for (const text of [printed, json.printed]) {
    for (const key of [vector.wrappingKey, vector.masterKey, vector.recoveryKey])
      expect(text).not.toContain(key);
  }
});

it("takes a key in capitals and spaced, and warns that others can read its file", async () => {
  const { wrappingKey } = vault(0);
  const key = await fileOf(`${wrappingKey.toUpperCase().replace(/.{4}/g, "$& ")}\n`, 0o644);
  expect(await runJson(["verify", await keystoreFileOf(vault(0)), "--wrapping-key-file", key])).toMatchObject(
    [0, { warnings: ["wrapping-key-file.readable-by-others"] }],
  );
});

it.each([
  ["another vault's key", vault(2).wrappingKey, { code: "wrapping-key.does-not-open" }],
  [
    "a key of the other size",
    vault(1).wrappingKey,
    { code: "wrapping-key.length", length: 48, expected: 64 },
  ],
  ["an empty file", "", { code: "wrapping-key.length", length: 0 }],
  ["text", "open sesame", { code: "wrapping-key.not-hex" }],
  ["far too much", "a".repeat(5000), { code: "file.too-large" }],
])("refuses %s", async (_, text, expected) => {
  const argv = ["verify", await keystoreFileOf(vault(0)), "--wrapping-key-file", await fileOf(text)];
  expect(await runJson(argv)).toMatchObject([1, { ok: false, ...expected }]);
  const { printed } = await run(argv);
  if (text !== "") expect(printed).not.toContain(text);
});

it("refuses a key file that is not there", async () => {
  const argv = ["verify", await keystoreFileOf(vault(0)), "--wrapping-key-file", "/nowhere/key"];
  expect(await runJson(argv)).toMatchObject([1, { code: "file.missing", path: "/nowhere/key" }]);
});

describe("a key on standard input", () => {
  const verify = async (path: string) => [
    "verify",
    await keystoreFileOf(vault(0)),
    "--wrapping-key-file",
    path,
  ];

  it.each(["-", "/dev/stdin"])("is read where the file is %s, as from a pipe", async (path) => {
    const { status, printed } = await run(await verify(path), `${vault(0).wrappingKey}\n`);
    expect([status, printed.includes(vault(0).wrappingKey)]).toEqual([0, false]);
  });

  it("is asked for, unseen, where a person types", async () => {
    const questions: string[] = [];
    const ask = (_: number, text: string) => questions.push(text);
    const argv = await verify("-");
    expect((await run(argv, vault(0).wrappingKey, true, undefined, ask)).status).toBe(0);
    expect(questions).toEqual(["The Wrapping Key, not shown: "]);
  });

  it("ends a pipe that has no end, and one that holds none is no key", async () => {
    expect(await runJson(await verify("-"), "0".repeat(5000))).toMatchObject([
      1,
      { code: "file.too-large", path: "standard input", limit: 4096 },
    ]);
    expect(await runJson(await verify("-"), "")).toMatchObject([1, { code: "wrapping-key.length" }]);
  });

  it("is what a pipe under a name is told to use", async () => {
    const folder = await temporaryFolder();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const { status, printed } = await run(await verify(pipe));
    expect(status).toBe(1);
    expect(printed).toContain("is not an ordinary file");
    expect(printed).toContain("send it there, and give --wrapping-key-file -\n");
  });
});

it("takes no new key to standard output: it is read back from its file", async () => {
  const argv = ["recover", await keystoreFileOf(vault(0)), "--wrapping-key-out", "-"];
  expect(await runJson(argv)).toMatchObject([2, { code: "usage" }]);
});
