import { cp, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { build, Platform } from "electron-builder";
import { publishedHash } from "./set-up/app-hash.mjs";
import { ensureBuilt } from "./set-up/built.mjs";
import { dist, electronPackage, project } from "./set-up/places.mjs";
import { runScript, Stop, say } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";

/**
 * How the packaged runtime is narrowed: it is no Node, listens to no NODE_OPTIONS and no debugger, and loads nothing
 * but its own archive. The last fuse exists from Electron 29 on.
 */
const fuses = {
  runAsNode: { fuse: FuseV1Options.RunAsNode, on: false },
  enableCookieEncryption: { fuse: FuseV1Options.EnableCookieEncryption, on: false },
  enableNodeOptionsEnvironmentVariable: {
    fuse: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    on: false,
  },
  enableNodeCliInspectArguments: { fuse: FuseV1Options.EnableNodeCliInspectArguments, on: false },
  enableEmbeddedAsarIntegrityValidation: {
    fuse: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    on: true,
  },
  onlyLoadAppFromAsar: { fuse: FuseV1Options.OnlyLoadAppFromAsar, on: true },
  loadBrowserProcessSpecificV8Snapshot: {
    fuse: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    on: false,
  },
  grantFileProtocolExtraPrivileges: {
    fuse: FuseV1Options.GrantFileProtocolExtraPrivileges,
    on: false,
    from: 29,
  },
};

/** Where the package for tests is made, out of sight: its app is another one, which lets tests drive it. */
const driven = join(project, "node_modules", ".cache", "driven");

/**
 * npm run package: the app as a folder that needs no Node and no packages, its fuses flipped and read back. With `--driven`
 * the same for tests, of a build that they may drive.
 */
runScript(async () => {
  const forTests = process.argv.includes("--driven");
  await setUp([]);
  await ensureBuilt();
  const built = forTests ? await buildDriven() : dist;
  const runtime = await withoutDefaultApp(join(electronPackage, "dist"));
  const version = (await readFile(join(runtime, "version"), "utf8")).trim().replace(/^v/, "");
  const major = Number.parseInt(version, 10);
  const known = Object.entries(fuses).filter(([, fuse]) => !("from" in fuse) || major >= fuse.from);

  say(`Packaging with Electron ${version} …`);
  const output = forTests ? join(driven, "release") : join(project, "release");
  await rm(output, { recursive: true, force: true });
  await build({
    targets: Platform.current().createTarget("dir"),
    publish: "never",
    config: {
      appId: "org.key-ceremony.app",
      productName: "Key Ceremony",
      electronDist: runtime,
      electronVersion: version,
      npmRebuild: false,
      directories: { output, buildResources: "assets" },
      // Everything that runs is bundled in dist; no package goes along. The command line is there for the app's hash:
      // one that is published is the same of a package and of a clone.
      files: [
        {
          from: built,
          to: "dist",
          filter: ["main.cjs", "preload.cjs", "cli.cjs", "search-worker.cjs", "renderer/**/*"],
        },
        "package.json",
        "LICENSE",
        "!node_modules/**/*",
      ],
      linux: { icon: "assets/icon.png", executableName: "key-ceremony", category: "Utility" },
      electronFuses: Object.fromEntries(known.map(([name, { on }]) => [name, on])),
    },
  });
  await rm(runtime, { recursive: true, force: true });
  const app = join(output, "linux-unpacked");
  await readFusesBack(join(app, "key-ceremony"), known);
  say(`The app lies in ${relative(project, app)}/. Its fuses are as they should be.`);
  if (forTests) say("Tests can drive this app. It is no app for a ceremony.");
  else say(`The app's hash, to publish:\n${await publishedHash()}`);
  return 0;
});

/**
 * The build that tests may drive: as `dist`, but for its main part.
 * @returns {Promise<string>} its folder
 */
async function buildDriven() {
  const folder = join(driven, "dist");
  await rm(driven, { recursive: true, force: true });
  await cp(dist, folder, { recursive: true });
  const { build: bundle } = await import("vite");
  await bundle({ mode: "main-driven", logLevel: "warn" });
  return folder;
}

/**
 * A copy of the runtime without the app that it opens when it has none: that one would open any folder it is given.
 * @param {string} runtime
 * @returns {Promise<string>}
 */
async function withoutDefaultApp(runtime) {
  const copy = join(project, "node_modules", ".cache", "package", "electron");
  await rm(copy, { recursive: true, force: true });
  await cp(runtime, copy, { recursive: true, verbatimSymlinks: true });
  await rm(join(copy, "resources", "default_app.asar"), { recursive: true, force: true });
  return copy;
}

/**
 * @param {string} executable
 * @param {[string, { fuse: FuseV1Options, on: boolean }][]} wanted
 */
async function readFusesBack(executable, wanted) {
  const wire = await getCurrentFuseWire(executable);
  for (const [name, { fuse, on }] of wanted) {
    // The wire holds the characters "0" and "1".
    const is = wire[fuse] === "1".charCodeAt(0);
    say(`  ${name}: ${is ? "on" : "off"}`);
    if (is !== on) throw new Stop(`The fuse ${name} is not as it was set. Do not use this package.`);
  }
}
