import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const project = resolve(import.meta.dirname, "../../..");

const rooms = [
  "contract",
  "files",
  "crypto",
  "preflight",
  "share",
  "search",
  "keystore",
  "record",
  "ceremony",
  "ipc",
  "shell",
];

/** One file of each room but these, as a file of a room would name it. */
function roomsBut(...but: string[]): string[] {
  return rooms.filter((room) => !but.includes(room)).map((room) => `../${room}/example`);
}

/** What ceremony stands on. */
const below = roomsBut("ceremony", "ipc", "shell", "contract");

/** What only a process with a window has. */
const windows = ["electron", "../main", "../preload", "../cli", "../../renderer/store"];

/** Who may import whom: a room's files, what they may write, and what the linter must refuse. */
const table: { file: string; allowed: string[]; refused: string[] }[] = [
  {
    file: "electron/contract/example.ts",
    allowed: ["./errors"],
    refused: ["./schemas", "zod", "electron", "node:fs", "../crypto/kid", "../main", "../../renderer/store"],
  },
  {
    file: "electron/contract/schemas.ts",
    allowed: ["./errors", "zod"],
    refused: ["electron", "node:fs", "canonicalize", "../crypto/kid"],
  },
  ...["files", "crypto", "preflight"].map((room) => ({
    file: `electron/${room}/example.ts`,
    allowed: ["./example", "./inner/example", "../contract/errors", "node:fs", "zod"],
    refused: [...roomsBut(room, "contract"), "../contract/schemas", ...windows],
  })),
  {
    file: "electron/share/example.ts",
    allowed: ["./example", "../contract/errors", "../crypto/example", "node:fs", "zod"],
    refused: [...roomsBut("share", "crypto", "contract"), "../contract/schemas", ...windows],
  },
  {
    file: "electron/search/example.ts",
    allowed: ["./example", "../share/example", "../contract/errors", "../crypto/example", "node:fs", "zod"],
    refused: [...roomsBut("search", "share", "crypto", "contract"), "../contract/schemas", ...windows],
  },
  ...["keystore", "record"].map((room) => ({
    file: `electron/${room}/example.ts`,
    allowed: ["./example", "../contract/errors", "../crypto/example", "../files/example", "zod"],
    refused: [...roomsBut(room, "files", "crypto", "contract"), "../contract/schemas", ...windows],
  })),
  {
    file: "electron/ceremony/example.ts",
    allowed: ["./writing/example", ...below, "../contract/errors"],
    refused: ["../ipc/example", "../shell/example", "../contract/schemas", ...windows],
  },
  {
    file: "electron/ceremony/writing/example.ts",
    allowed: ["./example", "../effects", ...below.map((path) => `../${path}`), "../../contract/errors"],
    refused: ["../../ipc/example", "../../shell/example", "../../contract/schemas", "../../main", "electron"],
  },
  {
    file: "electron/ipc/example.ts",
    allowed: ["./example", "../ceremony/example", "../contract/errors", "../contract/schemas"],
    refused: [...roomsBut("ipc", "ceremony", "contract"), ...windows],
  },
  {
    file: "electron/shell/example.ts",
    allowed: ["./example", "electron", "../contract/errors"],
    refused: [
      ...roomsBut("shell", "contract"),
      "../ceremony/effects",
      "../contract/schemas",
      ...windows.filter((path) => path !== "electron"),
    ],
  },
  {
    file: "electron/preload.ts",
    allowed: ["electron", "./contract/commands"],
    refused: ["./contract/errors", "./contract/schemas", "./crypto/example", "./main", "node:fs", "zod"],
  },
  {
    file: "electron/main.ts",
    allowed: ["electron", "./shell/example", "./ipc/example", "./ceremony/example", "./contract/schemas"],
    refused: [],
  },
  {
    file: "electron/cli.ts",
    allowed: ["./cli/example", "./ceremony/example", "./share/example", "./contract/errors", "node:fs"],
    refused: ["./shell/example", "./ipc/example", "./main", "./preload", "electron", "../renderer/store"],
  },
  {
    file: "electron/cli/example.ts",
    allowed: ["./example", ...below, "../ceremony/example", "../contract/errors", "node:fs", "zod"],
    refused: [
      "../shell/example",
      "../ipc/example",
      "../main",
      "../preload",
      "electron",
      "../../renderer/store",
    ],
  },
  ...["renderer/example.tsx", "renderer/screens/example.tsx"].map((file) => {
    const up = file.split("/").length === 2 ? ".." : "../..";
    return {
      file,
      allowed: [
        "./example",
        "../store",
        "react",
        "@scure/bip39/wordlists/english.js",
        `${up}/electron/contract/errors`,
      ],
      refused: [
        `${up}/electron/contract/schemas`,
        `${up}/electron/crypto/example`,
        `${up}/electron/main`,
        "electron",
        "zod",
        "node:crypto",
      ],
    };
  }),
];

/** Of these, only the types. */
const typesOnly = [
  { file: "electron/ceremony/types.ts", from: "../contract/schemas" },
  { file: "electron/shell/types.ts", from: "../ceremony/effects" },
  { file: "electron/preload.ts", from: "./contract/views" },
];

const report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.literal("lint/style/noRestrictedImports"),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-rules-"));
  await copyFile(join(project, "biome.json"), join(folder, "biome.json"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lints one file of these lines at this place in the tree, and gives the lines that were refused. */
async function refusedLines(file: string, lines: string[]): Promise<string[]> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), lines.join("\n"));
  const output = await new Promise<string>((done) => {
    const biome = join(project, "node_modules", "@biomejs", "biome", "bin", "biome");
    const args = [
      biome,
      "lint",
      "--only=style/noRestrictedImports",
      "--max-diagnostics=100",
      "--reporter=json",
      file,
    ];
    execFile(process.execPath, args, { cwd: folder }, (_, stdout) => done(stdout));
  });
  const found = report.parse(JSON.parse(output)).diagnostics.map(({ location }) => location.start.line);
  return lines.filter((_, at) => found.includes(at + 1));
}

describe("the import rules", () => {
  it.each(table)("$file", async ({ file, allowed, refused }) => {
    const lines = [...allowed, ...refused].map((path) => `import { example } from "${path}";`);
    expect(await refusedLines(file, lines)).toEqual(lines.slice(allowed.length));
  });

  it.each(typesOnly)("$file imports types of $from only", async ({ file, from }) => {
    const type = `import type { Example } from "${from}";`;
    const values = [
      `import { example } from "${from}";`,
      `import * as all from "${from}";`,
      `export * from "${from}";`,
    ];
    expect(await refusedLines(file, [type, ...values])).toEqual(values);
  });

  it("hold for a re-export and a dynamic import as well", async () => {
    const lines = ['export { lock } from "../files/lock";', 'await import("../files/lock");'];
    expect(await refusedLines("electron/crypto/ways.ts", lines)).toEqual(lines);
  });
});
