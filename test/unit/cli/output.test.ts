import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { textOf, vault } from "../keystore/vectors";
import { builtProgram } from "./built-program";
import { type VaultFolder, vaultFolder } from "./vault-folder";

const program = builtProgram();

/**
 * Runs the command line in a shell, its output as `redirected` says, and gives its own exit status and what came on `err`. A
 * reader in a pipe is gone for certain before it begins: until then the shell writes there itself.
 */
function inShell(folder: VaultFolder, command: string, redirected: string) {
  const [status, err] = [join(folder.folder, "status"), join(folder.folder, "err")];
  writeFileSync(err, "");
  const descriptor = redirected.startsWith("2>&1") ? 2 : 1;
  const gone = redirected.endsWith("| true") ? `trap "" PIPE; while echo >&${descriptor}; do :; done;` : "";
  const run = `${process.execPath} ${program} ${command}; echo $? > status`;
  spawnSync("sh", ["-c", `cd ${folder.folder}; { ${gone} : > err; ${run}; } ${redirected}`], {
    input: folder.shares.slice(0, 3).join("\n"),
  });
  return { status: Number(readFileSync(status, "utf8")), err: readFileSync(err, "utf8") };
}

const recover = "recover keystore.json --wrapping-key-out new-key.txt";

it.each(["2>>err | true", "2>>err >/dev/full", ">&- 2>&-", "2>&- | true"])(
  "a ceremony whose answer nobody takes (%s) is held, and its status is yes",
  async (redirected) => {
    const folder = await vaultFolder();
    const { status, err } = inShell(folder, recover, redirected);
    expect(status).toBe(0);
    expect((await folder.current()).generation).toBe(2);
    const [record] = await folder.records();
    expect(record?.facts.sealed).toBe(true);
    expect(await folder.names()).not.toContain("keystore.json.lock");
    // The hashes for the paper are not lost with it.
    if (redirected.startsWith("2>>err")) {
      expect(err).toMatch(
        /^(Nobody reads standard output any more|Standard output could not be written \(ENOSPC\))\.$/m,
      );
      expect(err.replaceAll(/\s/g, "")).toContain(`Head${record?.facts.head}`);
    }
  },
);

it.each(["2>/dev/full >err", "2>&1 >/dev/full | true"])(
  "a ceremony that can tell nobody what it does (%s) is aborted in order, and nothing is changed",
  async (redirected) => {
    const folder = await vaultFolder();
    const { status, err } = inShell(folder, recover, redirected);
    expect(status).toBe(1);
    if (redirected.endsWith(">err")) expect(err).toContain("standard error could not be written (ENOSPC).\n");
    expect(await folder.text("keystore.json")).toBe(textOf(vault(0)));
    expect(await folder.names()).not.toContain("new-key.txt");
    expect(await folder.names()).not.toContain("keystore.json.lock");
    for (const { facts, events } of await folder.records()) {
      expect([facts.sealed, events.at(-2)]).toEqual([true, "ceremony.aborted"]);
    }
  },
);

it("an answer that is read no further is whole to who asked; one that a full disk cut off is none", async () => {
  const folder = await vaultFolder();
  const verify = "verify keystore.json --wrapping-key-file old-key.txt";
  expect(inShell(folder, verify, "2>>err | true")).toEqual({ status: 0, err: "" });
  const full = inShell(folder, verify, "2>>err >/dev/full");
  expect(full.status).toBe(1);
  expect(full.err).toBe(
    "Standard output could not be written (ENOSPC).\nThe answer is not whole. Ask again.\n",
  );
});

it.each(["2>>err | true", "2>>err >/dev/full"])(
  "usage that nobody reads (%s) is no crash",
  async (redirected) => {
    const { err } = inShell(await vaultFolder(), "--help", redirected);
    expect(err).not.toContain("at ");
  },
);
