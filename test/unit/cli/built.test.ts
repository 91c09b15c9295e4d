import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { vault } from "../keystore/vectors";
import { builtProgram } from "./built-program";
import { fileOf, keystoreFileOf } from "./command";
import { vaultFolder } from "./vault-folder";

const program = builtProgram();

/** Runs the bundle as its own process, as people do. */
function start(argv: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

it("can be run by its name", () => {
  expect(readFileSync(program, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

it("explains itself", () => {
  const { status, stdout, stderr } = start(["--help"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Usage: key-ceremony COMMAND");
});

it("answers yes with 0, no with 1 and wrong usage with 2", async () => {
  const path = await keystoreFileOf(vault(0));
  const shares = vault(0).shares.map(({ words }) => words);
  expect(start(["inspect", path])).toMatchObject({ status: 0, stderr: "" });
  expect(start(["combine", path], shares.join("\r\n"))).toMatchObject({ status: 0, stderr: "" });
  expect(start(["check-share", path], shares[3])).toMatchObject({ status: 0, stderr: "" });
  const key = await fileOf(vault(0).wrappingKey);
  expect(start(["verify", path, "--wrapping-key-file", key])).toMatchObject({ status: 0, stderr: "" });
  expect(start(["combine", path], shares[0])).toMatchObject({ status: 1, stderr: "" });
  expect(start(["nonsense"])).toMatchObject({ status: 2, stdout: "" });
});

it("recovers from a pipe, and rotates, each under a record that its keystore proves", async () => {
  const { keystore, out, shares, records } = await vaultFolder();
  const remarked = expect.stringMatching(
    /^Vault {15}.*\n[\s\S]*\nGeneration {10}\d, last changed .*\n[\s\S]*\nBefore anything is written: .*\nThe record of this ceremony begins: [\s\S]*\nPreflight: \d+ red, \d+ not known;/,
  );
  const recovered = start(["recover", keystore, "--wrapping-key-out", out], shares.slice(0, 3).join("\n"));
  expect(recovered).toMatchObject({ status: 0, stderr: remarked });
  const argv = ["rotate", keystore, "--wrapping-key-file", out, "--wrapping-key-out", `${out}.2`];
  expect(start(argv)).toMatchObject({ status: 0, stderr: remarked });
  expect(start(["verify", keystore, "--wrapping-key-file", `${out}.2`])).toMatchObject({ status: 0 });
  expect((await records()).map(({ facts }) => facts.kind)).toEqual(["recover", "rotate"]);
  for (const { path } of await records()) {
    const verified = start(["verify-record", path, "--keystore", keystore, "--json"]);
    expect(verified).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(verified.stdout)).toMatchObject({ code: "record.authentic" });
  }
});

it("looks at the workstation, and finds its own files", () => {
  const { status, stdout, stderr } = start(["preflight"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^The app’s hash {6}[a-z]+ [a-z]+ /m);
});

it("searches for a damaged word in a thread of its own, and is silent about it where nobody watches", async () => {
  const path = await keystoreFileOf(vault(0));
  const damaged = vault(0).shares[0]?.words.replace("grocery", "?");
  const { status, stdout, stderr } = start(["check-share", path], damaged);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Word 7 could not be read. The keystore proves what belongs there.");
});
