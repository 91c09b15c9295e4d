import { ensureElectron } from "./electron.mjs";
import { ensurePackages } from "./packages.mjs";
import { Stop } from "./say.mjs";
import { ensureSystem } from "./system.mjs";

const oldestNode = 20;

/**
 * Brings the machine to where the app can be built and run. What is there already is left alone, and
 * then no network is used.
 * @param {Parameters<typeof ensureSystem>[1]} programs what is needed beside the app's own libraries
 * @returns {Promise<import("./electron.mjs").Runtime>}
 * @throws {Stop}
 */
export async function setUp(programs) {
  const { node } = process.versions;
  if (Number.parseInt(node, 10) < oldestNode) {
    throw new Stop(`Key Ceremony needs Node ${oldestNode} or newer; this is Node ${node}.`);
  }
  await ensurePackages();
  const runtime = await ensureElectron();
  await ensureSystem(runtime.executable, programs);
  return runtime;
}
