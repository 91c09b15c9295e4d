import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtProgram } from "./built-program";
import { type VaultFolder, vaultFolder } from "./vault-folder";

const program = builtProgram();
const QUESTION = "not shown: ";

const recoverAt = ({ keystore, out }: VaultFolder) =>
  [process.execPath, program, "recover", keystore, "--wrapping-key-out", out].join(" ");

/** A command on a real terminal: what `script` runs has one, and what it shows comes out of here. */
function atTerminal(command: string) {
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
    /** Takes the terminal away. */
    close: () => child.kill("SIGKILL"),
    ended: ended(child),
  };
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on("exit", resolve));

async function until(holds: () => boolean): Promise<void> {
  // A limit against a program that hangs, as the whole test's, and no measure of speed.
  await expect.poll(holds, { timeout: 300_000 }).toBe(true);
}

/** Why the tests with a terminal cannot run here, or null. */
function noTerminal(): string | null {
  if (spawnSync("script", ["--version"]).stdout?.includes("util-linux") !== true) {
    return "this system has no `script` of util-linux, which gives a program a terminal";
  }
  // Some containers and chroots have no pseudo-terminals.
  const { status } = spawnSync("script", ["--quiet", "--return", "--command", "true", "/dev/null"]);
  return status === 0 ? null : "this system gives a program no terminal";
}

it("shows who came and how many are needed, and nothing that is typed", async ({ skip }) => {
  const reason = noTerminal();
  if (reason !== null) return skip(reason);
  const vault = await vaultFolder();
  const { shown, answer, ended } = atTerminal(recoverAt(vault));
  const typed = [vault.shares[4], "abandon ability", vault.shares[1], vault.shares[0]];
  for (const [at, share] of typed.entries()) await answer(at + 1, `${share}\r`);
  expect(await ended).toBe(0);
  expect(shown()).toContain("Key Share 5 of Custodian 5.");
  expect(shown()).toContain("Key Shares still needed: 1.");
  expect(shown()).toContain("The new Wrapping Key was read back from its file");
  // One word of the list may also stand in a sentence ("paper"): two that follow each other tell a share.
  for (const words of typed.map((share = "") => share.split(" "))) {
    for (const [at, word] of words.slice(1).entries()) expect(shown()).not.toContain(`${words[at]} ${word}`);
    if (words.length === 1) expect(shown()).not.toContain(words[0]);
  }
  expect(await vault.names()).toContain("keystore.generation-1.json");
});

it("ends at Ctrl+C with nothing written and no lock left", async ({ skip }) => {
  const reason = noTerminal();
  if (reason !== null) return skip(reason);
  const vault = await vaultFolder();
  const { shown, answer, ended } = atTerminal(recoverAt(vault));
  await answer(1, `${vault.shares[0]}\r`);
  await answer(2, "half a share\u0003");
  expect(await ended).toBe(1);
  expect(shown()).toContain("Stopped. No key was written, the keystore is as it was");
  expect(await vault.names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt"]);
  const [record] = await vault.records();
  expect(record?.facts.sealed).toBe(true);
  expect(record?.events.slice(-3)).toEqual(["share.entered", "ceremony.aborted", "record.sealed"]);
});

it("ends as at Ctrl+C when the terminal is closed: wiped, sealed, unlocked, and by no signal", async ({
  skip,
}) => {
  const reason = noTerminal();
  if (reason !== null) return skip(reason);
  const vault = await vaultFolder();
  const status = join(vault.folder, "status");
  // The shell hears of the closed terminal too; what it starts does not inherit that it goes on.
  const command = `trap : HUP; ${recoverAt(vault)}; echo $? > ${status}`;
  const { answer, close } = atTerminal(command);
  await answer(1, `${vault.shares[0]}\r`);
  await answer(2, "half a share");
  close();
  await until(() => existsSync(status) && readFileSync(status, "utf8") !== "");
  expect(readFileSync(status, "utf8")).toBe("1\n");
  expect(await vault.names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt", "status"]);
  const [record] = await vault.records();
  expect(record?.facts.sealed).toBe(true);
  expect(record?.lines.at(-2)).toMatchObject({ event: "ceremony.aborted", data: { because: "stopped" } });
});

it.for(["check-share", "combine"])(
  "%s shows nothing that is typed, and gives the echo back",
  async (command, { skip }) => {
    const reason = noTerminal();
    if (reason !== null) return skip(reason);
    const vault = await vaultFolder();
    const line = `${process.execPath} ${program} ${command} ${vault.keystore}; stty -a`;
    const { shown, answer, ended } = atTerminal(line);
    const shares = command === "combine" ? vault.shares.slice(0, 3) : vault.shares.slice(1, 2);
    for (const [at, share] of shares.entries()) await answer(at + 1, `${share}\r`);
    if (command === "combine") await answer(4, "\u0004");
    expect(await ended).toBe(0);
    expect(shown()).toContain(
      command === "combine" ? "These shares open this keystore." : "Its custodian is",
    );
    expect(shown()).toMatch(/ echo /);
    for (const share of shares) expect(shown()).not.toContain(share.slice(0, 20));
  },
);

it.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"] as const)(
  "ends at %s while it waits on a pipe, the lock taken away and the record sealed",
  async (signal) => {
    const vault = await vaultFolder();
    const child = spawn(process.execPath, [
      program,
      "recover",
      vault.keystore,
      "--wrapping-key-out",
      vault.out,
    ]);
    let remarked = "";
    child.stderr.on("data", (chunk) => {
      remarked += chunk;
    });
    child.stdin.write(vault.shares[0] ?? "");
    await until(() => remarked.includes("Preflight: "));
    child.kill(signal);
    expect(await ended(child)).toBe(1);
    expect(await vault.names()).toEqual(["keystore.ID.record.jsonl", "keystore.json", "old-key.txt"]);
    const [record] = await vault.records();
    expect(record?.facts.sealed).toBe(true);
    expect(record?.lines.at(-2)).toMatchObject({ event: "ceremony.aborted", data: { because: "stopped" } });
  },
);
