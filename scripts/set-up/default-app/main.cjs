// What the runtime starts when it is given a folder: the old runtime comes without Electron's own
// default app, and this is the part of it that this project uses. It loads the modules named by `-r`
// (the end-to-end tests attach that way), then the app in the folder named on the command line.
const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { join, resolve } = require("node:path");
const { app } = require("electron");

/**
 * @param {string[]} args the command line without the program
 * @returns {{ modules: string[], folder: string | undefined }}
 */
function readArguments(args) {
  const modules = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === "-r" || arg === "--require") {
      at += 1;
      modules.push(resolve(args[at]));
    } else if (!arg.startsWith("-")) {
      return { modules, folder: resolve(arg) };
    }
  }
  return { modules, folder: undefined };
}

const { modules, folder } = readArguments(process.argv.slice(1));
if (folder === undefined || !existsSync(join(folder, "package.json"))) {
  console.error("Name the folder of an app: electron FOLDER");
  app.exit(1);
} else {
  const {
    name,
    productName = name,
    version,
  } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
  app.setName(productName);
  app.setVersion(version ?? "0.0.0");
  app.setDesktopName(`${productName}.desktop`);
  app.setAppPath(folder);
  for (const module of modules) require(module);
  Module._load(folder, module, true);
}
