import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { dist, project } from "./places.mjs";
import { run } from "./run.mjs";
import { Stop } from "./say.mjs";

/** All that a build is made from. */
const sources = ["electron", "renderer", "assets", "package.json", "package-lock.json", "vite.config.mts"];

/** What a build makes, at least. */
const outputs = [
  "main.cjs",
  "preload.cjs",
  "cli.cjs",
  "search-worker.cjs",
  "renderer/index.html",
  "renderer/sheet.html",
];

/** Holds the fingerprint of the sources that `dist` was built from. */
const stamp = join(dist, ".built-from");

/**
 * Builds, unless `dist` is whole and was built from the sources as they are now.
 * @throws {Stop} when the build fails
 */
export async function ensureBuilt() {
  if (await isBuilt()) return;
  const { code } = await run(process.execPath, [join(project, "scripts", "build.mjs")]);
  if (code !== 0) throw new Stop("Nothing was opened, because the build failed.");
}

/**
 * Runs a build and notes what it was built from. A build that fails, or whose sources change meanwhile,
 * leaves no note: the next run builds again.
 * @param {() => Promise<void>} build
 * @throws {Stop} when something is missing after it
 */
export async function stampBuild(build) {
  await rm(stamp, { force: true });
  const before = await fingerprint(project, sources);
  await build();
  const missing = missingOutputs();
  if (missing.length > 0) throw new Stop(`The build ended without making ${missing.join(", ")}.`);
  if (before === (await fingerprint(project, sources))) await writeFile(stamp, before);
}

async function isBuilt() {
  if (missingOutputs().length > 0) return false;
  const builtFrom = await readFile(stamp, "utf8").catch(() => "");
  return builtFrom === (await fingerprint(project, sources));
}

function missingOutputs() {
  return outputs.filter((output) => !existsSync(join(dist, output)));
}
