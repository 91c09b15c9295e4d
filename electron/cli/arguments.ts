import { parseArgs } from "node:util";

/** What was asked for. `path` is the keystore's. */
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
  | { readonly command: "usage"; readonly problem: string; readonly json: boolean };

/**
 * Reads the arguments after the program's name. Whatever does not fit becomes a `usage` request, whose problem
 * never repeats an argument: it might be a secret that somebody put in the wrong place.
 */
export function readArguments(argv: readonly string[]): Request {
  const given = parse(argv);
  if (given === null)
    return wrong("There is an option that is unknown, or that lacks its value.", argv.includes("--json"));
  const { help, version, json, "wrapping-key-file": wrappingKeyFile } = given.values;
  if (help) return { command: "help" };
  if (version) return { command: "version" };
  const [command, path, ...more] = given.positionals;
  if (command === undefined) return wrong("There is no command.", json);
  if (more.length > 0)
    return wrong("There is one argument too many. Keys and shares are never arguments.", json);
  if (wrappingKeyFile !== undefined && command !== "verify") {
    return wrong("--wrapping-key-file belongs to verify only.", json);
  }
  switch (command) {
    case "check-share":
      return { command, path: path ?? null, json };
    case "inspect":
    case "combine":
      return path === undefined
        ? wrong(`${command} needs the keystore's path.`, json)
        : { command, path, json };
    case "verify":
      if (path === undefined) return wrong("verify needs the keystore's path.", json);
      if (wrappingKeyFile === undefined) return wrong("verify needs --wrapping-key-file.", json);
      return { command, path, wrappingKeyFile, json };
    default:
      return wrong("There is no such command.", json);
  }
}

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
      },
    });
  } catch {
    return null;
  }
}

function wrong(problem: string, json = false): Request {
  return { command: "usage", problem, json };
}
