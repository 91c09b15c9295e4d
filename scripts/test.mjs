import { readFile, rm } from "node:fs/promises";
import { addCounts, countLine, noTests } from "./checks/counts.mjs";
import { results, stages } from "./checks/stages.mjs";
import { displayOf, onVirtualDisplay } from "./set-up/display.mjs";
import { project } from "./set-up/places.mjs";
import { run } from "./set-up/run.mjs";
import { runScript, say, timeSince } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";
import { programsOf } from "./set-up/system.mjs";

/** npm test: sets up what is missing and runs every check, on a virtual display where there is no other. */
runScript(async () => {
  // The tests drive the app through X11, which Playwright's Electron speaks everywhere.
  const needsDisplay = displayOf(process.platform, process.env) !== "x11";
  await setUp([...programsOf.tests, ...(needsDisplay ? programsOf.display : [])]);
  await rm(results, { recursive: true, force: true });
  return needsDisplay ? onVirtualDisplay(runStages) : runStages(process.env);
});

/**
 * Runs the stages up to the first that fails, and ends with the line that CI reads.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} 0 when all passed
 */
async function runStages(env) {
  let counts = noTests;
  for (const stage of stages) {
    say(`\n${stage.name} …`);
    const since = performance.now();
    const { code } = await run(process.execPath, stage.command, { env, cwd: project });
    const found = stage.report ? await readCounts(stage.report) : noTests;
    if (found) counts = addCounts(counts, found);
    if (code !== 0 || !found) {
      say(`\n${stage.failure}`);
      if (counts.passed + counts.failed > 0) say(countLine(counts));
      return 1;
    }
    say(`${stage.name}: fine, ${timeSince(since)}.`);
  }
  say(`\n${countLine(counts)}`);
  return 0;
}

/**
 * @param {NonNullable<import("./checks/stages.mjs").Stage["report"]>} report
 * @returns {Promise<import("./checks/counts.mjs").Counts | undefined>} undefined where the tests did not write it
 */
async function readCounts({ file, read }) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : read(JSON.parse(text));
}
