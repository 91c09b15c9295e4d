import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { builtProgram } from "./built-program";
import { type VaultFolder, vaultFolder } from "./vault-folder";

const program = builtProgram();
const QUESTION = "not shown: ";

/** The command line on a real terminal: what `script` runs has one, and what it shows comes out of here. */
function atTerminal({ keystore, out }: VaultFolder) {
  const command = [process.execPath, program, "recover", keystore, "--wrapping-key-out", out].join(" ");
  const child = spawn("script", ["--quiet", "--flush", "--return", "--command", command, "/dev/null"]);
  let shown = "";
  child.stdout.on("data", (chunk) => {
    shown += chunk;
  });
  const questions = () => shown.split(QUESTION).length - 1;
  return {
    shown: () => shown,
    /** Waits for the question with this number, from 1, and types. */
    answer: async (question: number, keys: string) => {
      await until(() => questions() >= question);
      child.stdin.write(keys);
    },
    ended: ended(child),
  };
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on("exit", resolve));

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 15_000 }).toBe(true);
}

/** Why the tests with a terminal cannot run here, or null. */
function noTerminal(): string | null {
  return spawnSync("script", ["--version"]).stdout?.includes("util-linux") === true
    ? null
    : "this system has no `script` of util-linux, which gives a program a terminal";
}

it("shows who came and how many are needed, and nothing that is typed", async ({ skip }) => {
  const reason = noTerminal();
  if (reason !== null) return skip(reason);
  const vault = await vaultFolder();
  const { shown, answer, ended } = atTerminal(vault);
  const typed = [vault.shares[4], "abandon ability", vault.shares[1], vault.shares[0]];
  for (const [at, share] of typed.entries()) await answer(at + 1, `${share}\r`);
  expect(await ended).toBe(0);
  expect(shown()).toContain("Key Share 5 of Custodian 5.");
  expect(shown()).toContain("Key Shares still needed: 1.");
  expect(shown()).toContain("The new Wrapping Key was read back from its file");
  for (const word of typed.flatMap((share = "") => share.split(" "))) {
    expect(shown()).not.toMatch(new RegExp(`\\b${word}\\b`));
  }
  expect(await vault.names()).toContain("keystore.generation-1.json");
}, 30_000);

it("ends at Ctrl+C with nothing written and no lock left", async ({ skip }) => {
  const reason = noTerminal();
  if (reason !== null) return skip(reason);
  const vault = await vaultFolder();
  const { shown, answer, ended } = atTerminal(vault);
  await answer(1, `${vault.shares[0]}\r`);
  await answer(2, "half a share\u0003");
  expect(await ended).toBe(1);
  expect(shown()).toContain("Stopped. Nothing was written, and what was entered is wiped.");
  expect(await vault.names()).toEqual(["keystore.json", "old-key.txt"]);
}, 30_000);

it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "ends at %s while it waits on a pipe, the lock taken away",
  async (signal) => {
    const vault = await vaultFolder();
    const child = spawn(process.execPath, [
      program,
      "recover",
      vault.keystore,
      "--wrapping-key-out",
      vault.out,
    ]);
    child.stdin.write(vault.shares[0] ?? "");
    await until(() => existsSync(`${vault.keystore}.lock`));
    child.kill(signal);
    expect(await ended(child)).toBe(1);
    expect(await vault.names()).toEqual(["keystore.json", "old-key.txt"]);
  },
  30_000,
);
