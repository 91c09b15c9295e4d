import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { inFours } from "../contract/fours";
import { type Judgement, notKnown } from "./judgement";

/** The built app's name for people who compare it with the one that was published (FORMATS §5). */
export interface AppHash {
  /** 64 characters. */
  readonly hex: string;
  /** Eight, of the hex's first 88 bits. */
  readonly words: readonly string[];
}

/** The build's own note of what it was built from: no part of the app. */
const BUILD_NOTE = ".built-from";

const WORDS = 8;
const WORD_BITS = 11;

/**
 * Hashes every file of the built app (FORMATS §5): SHA-256 over the lines that `sha256sum` prints for them, sorted by
 * path. `folder` is `dist`, in a package's archive too. Null where a file cannot be read.
 */
export async function readAppHash(folder: string): Promise<AppHash | null> {
  try {
    const files = (await filesIn(folder, "")).filter((path) => path !== BUILD_NOTE).sort();
    if (files.length === 0) return null;
    const lines: string[] = [];
    // Electron opens an archive's files by readFile without unpacking them.
    for (const path of files) lines.push(`${sha256(await readFile(join(folder, path)))}  ${path}\n`);
    const hex = sha256(lines.join(""));
    return { hex, words: wordsOf(hex) };
  } catch {
    return null;
  }
}

/** A hash that the app finds of itself proves nothing until people compare it, and little then: see the threat model. */
export function judgeAppHash(hash: AppHash | null): Judgement {
  if (hash === null) return notKnown("The app’s own files could not be read.");
  return notKnown(`${hash.words.join(" ")} (${inFours(hash.hex)}). Compare it with the published one.`);
}

/** The paths of all files below a folder, with "/", relative to the first. */
async function filesIn(folder: string, under: string): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const path = `${under}${entry.name}`;
    return entry.isDirectory() ? filesIn(folder, `${path}/`) : [path];
  });
  return (await Promise.all(paths)).flat();
}

function wordsOf(hex: string): string[] {
  const bits = BigInt(`0x${hex}`) >> BigInt(4 * hex.length - WORDS * WORD_BITS);
  return Array.from({ length: WORDS }, (_, at) => {
    const number = Number((bits >> BigInt((WORDS - 1 - at) * WORD_BITS)) & BigInt(wordlist.length - 1));
    return wordlist[number] ?? "";
  });
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
