import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackages } from "./debian-packages.mjs";
import { run } from "./run.mjs";
import { Stop } from "./say.mjs";

/** What Electron needs beyond a bare Debian; the rest comes with these. */
const electronLibraries = [
  "libnss3",
  "libgtk-3-0",
  "libgbm1",
  "libasound2",
  "libatk-bridge2.0-0",
  "libcups2",
  "libdrm2",
  "libxcomposite1",
  "libxdamage1",
  "libxrandr2",
];

/** Programs that the scripts and tests call, and the Debian package that each comes in. */
export const packageOfProgram = {
  Xvfb: "xvfb",
  pdftotext: "poppler-utils",
  zbarimg: "zbar-tools",
  lpstat: "cups-client",
  cupsd: "cups-daemon",
  "ssss-split": "ssss",
  gfsplit: "libgfshare-bin",
};

/**
 * What the project's commands call, beyond Node and what every Debian has. A command that calls another program names it
 * here, and sets it up before it is called.
 * @type {Record<"display" | "rehearsal" | "tests", (keyof typeof packageOfProgram)[]>}
 */
export const programsOf = {
  display: ["Xvfb"],
  rehearsal: ["pdftotext"],
  tests: ["pdftotext", "zbarimg", "lpstat", "cupsd"],
};

/**
 * Makes sure that the runtime finds its shared libraries (on Linux) and that programs are there.
 * @param {string} executable Electron's
 * @param {(keyof typeof packageOfProgram)[]} programs
 * @throws {Stop} when something is missing and cannot be installed from here
 */
export async function ensureSystem(executable, programs) {
  const missingPrograms = programs.filter((program) => !isOnPath(program));
  const libraries = await findMissingLibraries(executable);
  const packages = [
    ...(libraries.length > 0 ? electronLibraries : []),
    ...missingPrograms.map((program) => packageOfProgram[program]),
  ];
  if (packages.length === 0) return;

  await installDebianPackages(packages);
  const still = [
    ...(await findMissingLibraries(executable)),
    ...programs.filter((program) => !isOnPath(program)),
  ];
  if (still.length > 0)
    throw new Stop(
      `Still missing on this machine: ${still.join(" ")}. Install what holds them, then run this again.`,
    );
}

/**
 * @param {string} output what `ldd` answers
 * @returns {string[]} the shared libraries that the machine lacks, as `libgtk-3.so.0`
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library ?? "");
}

/** @param {string} executable */
async function findMissingLibraries(executable) {
  if (process.platform !== "linux") return [];
  return missingLibraries((await run("ldd", [executable], { quiet: true })).output);
}

/** Servers stand where a normal user's PATH does not look. */
const serverFolder = "/usr/sbin";

/** @param {string} program */
function isOnPath(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), serverFolder];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
