import { parseArgs } from "node:util";
import { REASON_LIMIT, readReason } from "../ceremony/proceedings/readable-line";
import { ok } from "../contract/result";
import { meantPath } from "../contract/typed-path";
import type { WrappingKeyBits } from "../keystore/document";
import { looksSecret } from "../record/looks-secret";

/** What was asked for. `path` is the keystore's, or the record's. */
export type Request =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "inspect"; readonly path: string; readonly json: boolean }
  | {
      readonly command: "verify";
      readonly path: string;
      readonly wrappingKeyFile: string;
      readonly json: boolean;
    }
  | { readonly command: "check-share"; readonly path: string | null; readonly json: boolean }
  | { readonly command: "combine"; readonly path: string; readonly json: boolean }
  | RecoverRequest
  | RotateRequest
  | VerifyRecordRequest
  | { readonly command: "preflight"; readonly json: boolean }
  | { readonly command: "usage"; readonly problem: string; readonly json: boolean };

/** What recover and rotate have in common. */
export interface RenewalRequest {
  readonly path: string;
  /** The new key's file. */
  readonly wrappingKeyOut: string;
  /** Null keeps the size. */
  readonly bits: WrappingKeyBits | null;
  readonly reason: string | null;
  readonly json: boolean;
}

export interface RecoverRequest extends RenewalRequest {
  readonly command: "recover";
}

export interface RotateRequest extends RenewalRequest {
  readonly command: "rotate";
  /** The present key's file. */
  readonly wrappingKeyFile: string;
}

export interface VerifyRecordRequest {
  readonly command: "verify-record";
  readonly path: string;
  /** The head as it was typed from paper; null where it is not compared. */
  readonly head: string | null;
  /** The path of a keystore to compare with; null where there is none. */
  readonly keystore: string | null;
  /** The vault fingerprint as it was typed from a share sheet; null where it is left to people to compare. */
  readonly fingerprint: string | null;
  readonly json: boolean;
}

/** Which options belong to which command, beside --json. */
const optionsOf: Readonly<Record<string, readonly Option[]>> = {
  inspect: [],
  verify: ["wrapping-key-file"],
  "check-share": [],
  combine: [],
  recover: ["wrapping-key-out", "bits", "reason"],
  rotate: ["wrapping-key-file", "wrapping-key-out", "bits", "reason"],
  "verify-record": ["head", "keystore", "fingerprint"],
  preflight: [],
};
type Option =
  | "wrapping-key-file"
  | "wrapping-key-out"
  | "bits"
  | "reason"
  | "head"
  | "keystore"
  | "fingerprint";

/**
 * Reads the arguments after the program's name. Whatever does not fit becomes a `usage` request, whose problem
 * never repeats an argument: it might be a secret that somebody put in the wrong place.
 */
export function readArguments(argv: readonly string[]): Request {
  const given = parse(argv);
  if (given === null)
    return wrong("There is an option that is unknown, or that lacks its value.", argv.includes("--json"));
  const { help, version, json, ...options } = given.values;
  if (help) return { command: "help" };
  if (version) return { command: "version" };
  const [command, place, ...more] = given.positionals;
  if (command === undefined) return wrong("There is no command.", json);
  if (more.length > 0)
    return wrong("There is one argument too many. Keys and shares are never arguments.", json);
  const own = Object.hasOwn(optionsOf, command) ? (optionsOf[command] ?? []) : null;
  if (own === null) return wrong("There is no such command.", json);
  const foreign = Object.keys(options).find((option) => !own.some((one) => one === option));
  if (foreign !== undefined) return wrong(`--${foreign} does not belong to ${command}.`, json);
  const paths = meantPaths({ ...options, path: place });
  if (typeof paths === "string") return wrong(paths, json);
  const { path, ...files } = paths;
  if (command === "check-share") return { command, path: path ?? null, json };
  if (command === "preflight") {
    return path === undefined ? { command, json } : wrong("preflight takes no argument.", json);
  }
  if (path === undefined) {
    const what = command === "verify-record" ? "record" : "keystore";
    return wrong(`${command} needs the ${what}'s path.`, json);
  }
  switch (command) {
    case "verify": {
      const wrappingKeyFile = files["wrapping-key-file"];
      if (wrappingKeyFile === undefined) return wrong("verify needs --wrapping-key-file.", json);
      return { command, path, wrappingKeyFile, json };
    }
    case "recover":
    case "rotate":
      return renewalRequest(command, path, { ...options, ...files }, json);
    case "verify-record": {
      const { head = null, fingerprint = null } = options;
      const { keystore = null } = files;
      if (fingerprint !== null && keystore === null) {
        return wrong("--fingerprint is compared with a keystore: give --keystore too.", json);
      }
      return { command, path, head, keystore, fingerprint, json };
    }
    default:
      return { command: command as "inspect" | "combine", path, json };
  }
}

function renewalRequest(
  command: "recover" | "rotate",
  path: string,
  options: Readonly<Partial<Record<Option, string>>>,
  json: boolean,
): Request {
  const { "wrapping-key-file": wrappingKeyFile, "wrapping-key-out": wrappingKeyOut, bits } = options;
  const reason = options.reason === undefined ? ok(null) : readReason(options.reason, "reason");
  if (wrappingKeyOut === undefined) return wrong(`${command} needs --wrapping-key-out.`, json);
  if (wrappingKeyOut === "-") {
    return wrong("--wrapping-key-out takes a file’s name: the new key is read back from its file.", json);
  }
  if (bits !== undefined && bits !== "192" && bits !== "256") return wrong("--bits is 192 or 256.", json);
  if (!reason.ok) {
    return wrong(
      reason.error.code === "text.secret"
        ? "--reason looks like the words of a share, a code or a key. Say it without them: many read it."
        : `--reason takes one line of at most ${REASON_LIMIT} characters.`,
      json,
    );
  }
  const paths = [path, wrappingKeyOut, wrappingKeyFile ?? ""];
  if (paths.some(looksSecret)) {
    return wrong("A path looks like words, a code or a key. Keys and shares are never arguments.", json);
  }
  const size = bits === undefined ? null : bits === "192" ? 192 : 256;
  const common = { path, wrappingKeyOut, bits: size, reason: reason.value, json } as const;
  if (command === "recover") return { command, ...common };
  if (wrappingKeyFile === undefined) return wrong("rotate needs --wrapping-key-file.", json);
  return { command, ...common, wrappingKeyFile };
}

/** The arguments that are paths, as they are meant, or what is wrong with one. A relative one begins where the shell is. */
function meantPaths(
  given: Readonly<Partial<Record<PathArgument, string>>>,
): Partial<Record<PathArgument, string>> | string {
  const meant: Partial<Record<PathArgument, string>> = {};
  for (const name of ["path", "wrapping-key-file", "wrapping-key-out", "keystore"] as const) {
    const text = given[name];
    if (text === undefined) continue;
    const read = meantPath(text);
    if (!read.ok) {
      return read.error.code === "file.address"
        ? "A path is an address that does not lead to a file of this machine."
        : "A path has a line break or another character that no file’s name has.";
    }
    if (read.value === "") return "A path is empty.";
    if (/^~(?:\/|$)/u.test(read.value)) {
      return "A path begins with “~”, which the shell has left as it is. Write it without quotation marks, or in full.";
    }
    meant[name] = read.value;
  }
  return meant;
}

type PathArgument = "path" | "wrapping-key-file" | "wrapping-key-out" | "keystore";

/** Node's own reading of them, or null where it refuses. */
function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        "wrapping-key-file": { type: "string" },
        "wrapping-key-out": { type: "string" },
        bits: { type: "string" },
        reason: { type: "string" },
        head: { type: "string" },
        keystore: { type: "string" },
        fingerprint: { type: "string" },
      },
    });
  } catch {
    return null;
  }
}

function wrong(problem: string, json = false): Request {
  return { command: "usage", problem, json };
}
