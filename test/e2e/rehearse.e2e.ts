import { execFile } from "node:child_process";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { packageOfProgram, programsOf } from "../../scripts/set-up/system.mjs";
import { test } from "./drive/test";

const run = promisify(execFile);

/** The programs of Debian packages, by name. */
async function programsIn(packages: readonly string[]): Promise<string[]> {
  const { stdout } = await run("dpkg-query", ["--listfiles", ...packages], { maxBuffer: 16e6 });
  return stdout.split("\n").filter((path) => /^(\/usr)?\/s?bin\/[^/]+$/.test(path));
}

test("a rehearsal is held where there is nothing but Node, a bare Debian and what the command sets up", async ({
  folder,
}) => {
  const { stdout } = await run("dpkg-query", [
    "--show",
    `--showformat=\${Package} \${Priority} \${Essential} \${db:Status-Status}\n`,
  ]);
  const bare = stdout
    .split("\n")
    .filter((line) => / (required|\S+ yes) installed$/.test(line))
    .map((line) => line.slice(0, line.indexOf(" ")));
  expect(bare).toContain("coreutils");
  const declared = programsOf.rehearsal.map((program) => packageOfProgram[program]);
  const programs = join(folder, "programs");
  await mkdir(programs);
  const paths = [process.execPath, ...(await programsIn([...bare, ...declared]))];
  for (const path of new Map(paths.map((path) => [basename(path), path])).values()) {
    await symlink(path, join(programs, basename(path)));
  }

  const held = join(folder, "rehearsal");
  const { stdout: said } = await run(process.execPath, ["scripts/rehearse.mjs", held], {
    env: { ...process.env, PATH: programs },
  });
  expect(said).toContain("The rehearsal is held.");
  expect(await readdir(join(held, "sheets"))).toContain("share-5.pdf");
});
