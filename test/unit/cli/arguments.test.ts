import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { run, runJson } from "./command";
import { vaultFolder } from "./vault-folder";

const secret = "abandon-ability-able";

describe("wrong usage", () => {
  it.each([
    [[]],
    [["open"]],
    [["inspect"]],
    [["combine"]],
    [["verify", "k.json"]],
    [["verify", "k.json", "--wrapping-key-file"]],
    [["verify", "--wrapping-key-file", "f"]],
    [["inspect", "k.json", secret]],
    [["inspect", "k.json", `--${secret}`]],
    [["inspect", "k.json", `--json=${secret}`]],
    [["check-share", "k.json", secret]],
    [["combine", "k.json", "--wrapping-key-file", "f"]],
    [["recover", "k.json"]],
    [["recover", "--wrapping-key-out", "f"]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--wrapping-key-file", "g"]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--bits", "128"]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--reason", " "]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--reason", "a\nb"]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--reason", "é".repeat(121)]],
    [["recover", "k.json", "--wrapping-key-out", "f", "--reason", "half \ud800"]],
    [["recover", "k.json", "--wrapping-key-out", "half \udc00"]],
    [
      [
        "recover",
        "k.json",
        "--wrapping-key-out",
        "f",
        "--reason",
        `lost: ${"abandon-ability-able ".repeat(3)}`,
      ],
    ],
    [["recover", "k.json", "--wrapping-key-out", "f", "--reason", `KC1:${"A".repeat(69)}`]],
    [
      [
        "rotate",
        "k.json",
        "--wrapping-key-file",
        "f",
        "--wrapping-key-out",
        "g",
        "--reason",
        "5e".repeat(24),
      ],
    ],
    [["recover", "k.json", "--wrapping-key-out", "f", secret]],
    [["rotate", "k.json", "--wrapping-key-out", "f"]],
    [["rotate", "k.json", "--wrapping-key-file", "f"]],
    [["verify", "k.json", "--wrapping-key-file", "f", "--reason", secret]],
    [["preflight", secret]],
    [["preflight", "--reason", "r"]],
    [["verify-record"]],
    [["verify-record", "r.jsonl", "--head"]],
    [["verify-record", "r.jsonl", "--wrapping-key-file", "f"]],
    [["inspect", "k.json", "--head", secret]],
    [["inspect", ""]],
    [["inspect", `~/${secret}`]],
    [["inspect", `k.json\n${secret}`]],
    [["inspect", `smb://${secret}/k.json`]],
    [["verify", "k.json", "--wrapping-key-file", `file://${secret}/k.json`]],
    [["rotate", "k.json", "--wrapping-key-file", "f", "--wrapping-key-out", `file:///%2F${secret}`]],
    [["verify-record", "r.jsonl", "--keystore", `~/${secret}`]],
    [["toString", "k.json"]],
    [[secret]],
  ])("has status 2 and shows the usage, never what was typed: %j", async (argv) => {
    const { status, printed, remarked } = await run(argv);
    expect([status, printed]).toEqual([2, ""]);
    expect(remarked).toContain("Usage: key-ceremony COMMAND");
    for (const typed of [secret, "KC1:AAAA", "5e5e5e"]) expect(remarked).not.toContain(typed);
  });

  it("names what is missing", async () => {
    expect((await runJson(["verify-record"]))[1]).toMatchObject({
      message: "verify-record needs the record's path.",
    });
  });

  it("is one object with --json", async () => {
    expect(await runJson(["inspect"])).toEqual([
      2,
      { ok: false, code: "usage", message: "inspect needs the keystore's path." },
    ]);
    expect((await runJson(["inspect", "--nonsense"]))[1]).toMatchObject({ ok: false, code: "usage" });
  });
});

it("takes a path with white space or quotation marks around it, and a file's address", async () => {
  const { keystore, key } = await vaultFolder();
  for (const typed of [`${keystore} `, `'${keystore}'`, pathToFileURL(keystore).href]) {
    expect((await run(["inspect", typed])).status).toBe(0);
    const { status } = await run(["verify", typed, "--wrapping-key-file", ` "${key}"`]);
    expect(status).toBe(0);
  }
  const here = relative(process.cwd(), keystore);
  expect((await run(["inspect", `${here}\n`])).status).toBe(0);
});

it.each(["--help", "-h"])("explains itself with %s", async (option) => {
  const { status, printed } = await run([option]);
  expect(status).toBe(0);
  for (const command of [
    "inspect",
    "verify",
    "check-share",
    "combine",
    "recover",
    "rotate",
    "verify-record",
    "preflight",
  ])
    expect(printed).toContain(`  ${command}`);
});

it("tells its version", async () => {
  const { status, printed } = await run(["--version"]);
  expect([status, printed]).toEqual([0, expect.stringMatching(/^key-ceremony \d+\.\d+\.\d+\n$/)]);
});
