import { displayOf, onVirtualDisplay } from "./set-up/display.mjs";
import { project } from "./set-up/places.mjs";
import { runScript, Stop, say, timeSince } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";

const usage = "npm run bench -- scan [--quick] [--variants]";

/** npm run bench -- NAME: sets up what is missing and measures one thing, on a virtual display where there is no other. */
runScript(async () => {
  const [name, ...options] = process.argv.slice(2);
  const known = options.every((option) => option === "--quick" || option === "--variants");
  if (name !== "scan" || !known) throw new Stop(`Name what is to be measured: ${usage}`);

  const chosen = { quick: options.includes("--quick"), variants: options.includes("--variants") };
  const since = performance.now();
  process.chdir(project);
  const needsDisplay = displayOf(process.platform, process.env) !== "x11";
  await setUp(["pdftotext", "zbarimg", ...(needsDisplay ? /** @type {const} */ (["Xvfb"]) : [])]);
  const { runnerImport } = await import("vite");
  /** @type {{ module: typeof import("../test/bench/scan/bench") }} */
  const { module: bench } = await runnerImport("./test/bench/scan/bench.ts", { configFile: false });
  const measure = () => bench.benchScan(chosen, say);
  if (needsDisplay) {
    await onVirtualDisplay((env) => {
      Object.assign(process.env, env);
      return measure();
    });
  } else await measure();
  say(`Measured in ${timeSince(since)}.`);
  return 0;
});
