import { join } from "node:path";
import { dist, project } from "./places.mjs";
import { Stop } from "./say.mjs";

/**
 * The hash of the app in `dist` as it is published: as its preflight shows it (docs/formats.md, section 5).
 * @returns {Promise<string>} a line of hex, and one of eight words
 * @throws {Stop} when a file of it cannot be read
 */
export async function publishedHash() {
  // Vite is there only once everything is set up. It runs the app's own code: there is one way to this hash.
  const { runnerImport } = await import("vite");
  /** @type {{ module: typeof import("../../electron/preflight/app-hash") }} */
  const { module } = await runnerImport(join(project, "electron", "preflight", "app-hash.ts"), {
    configFile: false,
    root: project,
  });
  const hash = await module.readAppHash(dist);
  if (hash === null) throw new Stop("The app's files in dist could not be read. Build it again.");
  return `${hash.hex}\n${hash.words.join(" ")}`;
}
