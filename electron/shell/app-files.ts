import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { ORIGIN } from "./addresses";

/** One file of the built renderer: where it lies and what it is served as. */
export interface AppFile {
  readonly path: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * Lists the built renderer once: each file's whole address and the file behind it. A request is answered
 * only where its address is equal to one of these, so there is no path to walk out of.
 * Throws where the folder is missing or holds a kind of file that the app does not serve: a broken build.
 */
export function listAppFiles(folder: string): ReadonlyMap<string, AppFile> {
  return new Map(walk(folder, ORIGIN));
}

function walk(folder: string, address: string): [string, AppFile][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, AppFile][] => {
    const path = join(folder, entry.name);
    const itsAddress = `${address}/${entry.name}`;
    if (entry.isDirectory()) return walk(path, itsAddress);
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) throw new Error(`The app does not serve ${itsAddress}.`);
    return [[itsAddress, { path, type }]];
  });
}
