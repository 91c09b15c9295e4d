// What the runtime starts when it is given a folder: the old runtime comes without Electron's own
// default app, and this is the part of it that this project uses. It loads the modules named by `-r`
// (the end-to-end tests attach that way), then the app in the folder named on the command line.
const { existsSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { app } = require("electron");

/** What Electron's own default app calls, and its types leave out: `setVersion` and `setAppPath`. */
const unlisted = /** @type {any} */ (app);

/**
 * @param {string[]} args the command line without the program
 * @returns {{ modules: string[], folder: string | undefined }} full paths
 */
function readArguments(args) {
  const modules = [];
  const rest = args.values();
  for (const arg of rest) {
    if (arg === "-r" || arg === "--require") modules.push(resolve(rest.next().value ?? ""));
    else if (!arg.startsWith("-")) return { modules, folder: resolve(arg) };
  }
  return { modules, folder: undefined };
}

const { modules, folder } = readArguments(process.argv.slice(1));
if (folder === undefined || !existsSync(join(folder, "package.json"))) {
  process.stderr.write("Name the folder of an app: electron FOLDER\n");
  app.exit(1);
} else {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
  app.setName(name);
  unlisted.setDesktopName(`${name}.desktop`);
  unlisted.setVersion(version);
  unlisted.setAppPath(folder);
  for (const module of modules) require(module);
  require(folder);
}
