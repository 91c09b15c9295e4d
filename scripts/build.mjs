import { chmod, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { stampBuild } from "./set-up/built.mjs";
import { dist, project } from "./set-up/places.mjs";
import { runScript, Stop, say, timeSince } from "./set-up/say.mjs";

/** npm run build: bundles the app and the command line into `dist`. It needs the packages, no Electron runtime. */
runScript(async () => {
  const since = performance.now();
  process.chdir(project);
  await stampBuild(async () => {
    await rm(dist, { recursive: true, force: true });
    for (const mode of ["main", "preload", "cli", "search-worker", "renderer"]) await bundle(mode);
    await makeExecutable(join(dist, "cli.cjs"));
  });
  say(`Built dist in ${timeSince(since)}.`);
  return 0;
});

/** @param {string} mode one of vite.config.mts */
async function bundle(mode) {
  try {
    const { build } = await import("vite");
    await build({ mode, logLevel: "warn" });
  } catch (error) {
    if (error instanceof Error) console.error(error.message);
    throw new Stop(`The build of the ${mode} part failed, for the reason above.`);
  }
}

/** @param {string} file */
async function makeExecutable(file) {
  if (!(await readFile(file, "utf8")).startsWith("#!/usr/bin/env node\n")) {
    throw new Stop("electron/cli.ts must begin with the line #!/usr/bin/env node.");
  }
  await chmod(file, 0o755);
}
