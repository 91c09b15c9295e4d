import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtProgram } from "../../unit/cli/built-program";
import { run, runJson } from "../../unit/cli/command";
import { type VaultFolder, vaultFolder } from "../../unit/cli/vault-folder";

const program = builtProgram();

function rotate(keystore: string, from: string, to: string): ChildProcess {
  const argv = ["rotate", keystore, "--wrapping-key-file", from, "--wrapping-key-out", to];
  return spawn(process.execPath, [program, ...argv], { stdio: "ignore" });
}

/** How a process ends: its exit status, or null where a signal ended it. */
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on("exit", resolve));

const opens = async (keystore: string, key: string) =>
  existsSync(key) && (await run(["verify", keystore, "--wrapping-key-file", key])).status === 0;

/** Starts a rotation and kills it as soon as its folder has changed `changes` times. Gives how it ended. */
async function rotateUntil(
  changes: number,
  vault: VaultFolder,
  from: string,
  to: string,
): Promise<number | null> {
  let seen = 0;
  const watcher = watch(vault.folder);
  const child = rotate(vault.keystore, from, to);
  watcher.on("change", () => {
    seen += 1;
    if (seen === changes) child.kill("SIGKILL");
  });
  const status = await ended(child);
  watcher.close();
  return status;
}

it("a rotation that is killed anywhere leaves what one of the keys opens, and the next one goes on", async () => {
  let [killed, finished, sealed] = [0, 0, 0];
  for (let vaults = 0; vaults < 10; vaults += 1) {
    const vault = await vaultFolder();
    const { folder, keystore, names } = vault;
    let { key } = vault;
    for (let kill = 0; kill < 4; kill += 1) {
      const to = join(folder, `key-${kill}`);
      // From the first change of the folder to beyond the last, and spread over the vaults.
      const status = await rotateUntil(1 + ((vaults + kill * 10) % 40), vault, key, to);
      if (status === null) killed += 1;
      else finished += 1;
      const [byOld, byNew] = [await opens(keystore, key), await opens(keystore, to)];
      expect([byOld, byNew].filter((opened) => opened)).toHaveLength(1);
      if (byNew) key = to;
    }
    // One that nobody kills takes over the lock, and leaves nothing half written.
    const argv = ["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", join(folder, "last")];
    expect(await runJson(argv)).toMatchObject([0, { code: "keystore.renewed" }]);
    expect((await names()).filter((name) => /^\.kc-|\.lock/.test(name))).toEqual([]);
    // What was killed left a record that can be read up to there; one that is sealed is proven by the keystore.
    for (const name of (await readdir(folder)).filter((one) => one.endsWith(".record.jsonl"))) {
      const [, { code }] = await runJson(["verify-record", join(folder, name), "--keystore", keystore]);
      expect(["record.authentic", "record.unsealed", "record.empty"]).toContain(code);
      if (code === "record.authentic") sealed += 1;
    }
  }
  // Most kills come before the end; after some changes there is nothing left to kill.
  expect(killed).toBeGreaterThan(10);
  expect(killed + finished).toBe(40);
  // Those that finished, the last one of each vault, and those that were killed behind their seal.
  expect(sealed).toBeGreaterThanOrEqual(finished + 10);
});

it("of two processes that rotate one keystore at once exactly one writes", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { folder, keystore, key, current, records } = await vaultFolder();
    const outs = [join(folder, "one"), join(folder, "other")];
    const statuses = await Promise.all(outs.map((out) => ended(rotate(keystore, key, out))));
    expect([...statuses].sort()).toEqual([0, 1]);
    expect(outs.map((out) => existsSync(out))).toEqual(statuses.map((status) => status === 0));
    expect((await current()).generation).toBe(2);
    const written = (await records()).filter(({ events }) => events.includes("keystore.written"));
    expect(written).toHaveLength(1);
    expect(await opens(keystore, outs[statuses.indexOf(0)] ?? "")).toBe(true);
  }
});
