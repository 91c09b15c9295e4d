import { join } from "node:path";
import { project } from "../set-up/places.mjs";
import { playwrightCounts, vitestCounts } from "./counts.mjs";

/**
 * @typedef {object} Stage one check of `npm test`
 * @property {string} name what is checked
 * @property {string[]} command a script for Node, and its arguments
 * @property {string} failure the sentence for when it fails
 * @property {{ file: string, read: (report: any) => import("./counts.mjs").Counts }} [report] where its tests are counted
 */

/** Where the tests leave their reports, ignored by git. */
export const results = join(project, "test-results");

/** @param {string[]} path inside node_modules */
const tool = (...path) => join(project, "node_modules", ...path);

/** @type {Stage} */
const types = {
  name: "Types",
  command: [tool("typescript", "bin", "tsc"), "-p", project],
  failure: "The types do not fit. The compiler names the places above.",
};

/** @type {Stage} */
const lint = {
  name: "Lint",
  command: [tool("@biomejs", "biome", "bin", "biome"), "check", "."],
  failure: "The linter has objections, listed above. `npx biome check --write .` mends what can be mended.",
};

/** @type {Stage} */
const unit = {
  name: "Unit tests",
  command: [
    tool("vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(results, "unit.json")}`,
  ],
  failure: "Some unit tests failed; they are named above.",
  report: { file: join(results, "unit.json"), read: vitestCounts },
};

/** @type {Stage} */
const build = {
  name: "Build",
  command: [join(project, "scripts", "build.mjs")],
  failure: "The build failed, so the app was not tested.",
};

/** @type {Stage} */
const endToEnd = {
  name: "End-to-end tests",
  command: [tool("@playwright", "test", "cli.js"), "test"],
  failure: "Some end-to-end tests failed; they are named above.",
  report: { file: join(results, "e2e.json"), read: playwrightCounts },
};

/** In the order in which a mistake shows soonest. */
export const stages = [types, lint, unit, build, endToEnd];
