import { displayOf, onVirtualDisplay } from "./set-up/display.mjs";
import { project } from "./set-up/places.mjs";
import { runScript, Stop, say, timeSince } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";
import { programsOf } from "./set-up/system.mjs";

/** Programs that read what the app draws. */
const drawing = /** @type {const} */ (["pdftotext", "zbarimg"]);

/** Programs that split secrets too. */
const others = /** @type {const} */ (["ssss-split", "gfsplit"]);

/** What can be measured, the programs that it takes, and the options of each. */
const benches = new Map([
  ["scan", { options: ["--quick", "--variants"], measure: measureScan, needs: drawing }],
  ["sheets", { options: ["--quick"], measure: measureSheets, needs: drawing }],
  ["quorum", { options: ["--quick"], measure: measureQuorum, needs: others }],
  ["repair", { options: ["--quick"], measure: measureRepair, needs: [] }],
]);

/** npm run bench -- NAME: sets up what is missing and measures one thing, on a virtual display where there is no other. */
runScript(async () => {
  const [name = "", ...options] = process.argv.slice(2);
  const bench = benches.get(name);
  if (bench === undefined || !options.every((option) => bench.options.includes(option))) {
    throw new Stop(`Name what is to be measured: ${usage()}`);
  }
  const since = performance.now();
  process.chdir(project);
  const needsDisplay = bench.needs === drawing && displayOf(process.platform, process.env) !== "x11";
  await setUp([...bench.needs, ...(needsDisplay ? programsOf.display : [])]);
  if (needsDisplay) {
    await onVirtualDisplay((env) => {
      Object.assign(process.env, env);
      return bench.measure(options);
    });
  } else await bench.measure(options);
  say(`Measured in ${timeSince(since)}.`);
  return 0;
});

function usage() {
  const lines = [...benches].map(([name, { options }]) =>
    ["npm run bench --", name, ...options.map((option) => `[${option}]`)].join(" "),
  );
  return lines.join("\n");
}

/** @param {string[]} options */
async function measureScan(options) {
  /** @type {{ module: typeof import("../test/bench/scan/bench") }} */
  const { module } = await load("./test/bench/scan/bench.ts");
  const chosen = { quick: options.includes("--quick"), variants: options.includes("--variants") };
  await module.benchScan(chosen, say);
}

/** @param {string[]} options */
async function measureSheets(options) {
  /** @type {{ module: typeof import("../test/bench/sheets/bench") }} */
  const { module } = await load("./test/bench/sheets/bench.ts");
  await module.benchSheets({ quick: options.includes("--quick") }, say);
}

/** @param {string[]} options */
async function measureQuorum(options) {
  /** @type {{ module: typeof import("../test/bench/quorum/bench") }} */
  const { module } = await load("./test/bench/quorum/bench.ts");
  await module.benchQuorum({ quick: options.includes("--quick") }, say);
}

/** @param {string[]} options */
async function measureRepair(options) {
  /** @type {{ module: typeof import("../test/bench/repair/bench") }} */
  const { module } = await load("./test/bench/repair/bench.ts");
  await module.benchRepair({ quick: options.includes("--quick") }, say);
}

/** @param {string} file a TypeScript module */
async function load(file) {
  // Vite is there only once everything is set up.
  const { runnerImport } = await import("vite");
  return runnerImport(file, { configFile: false });
}
