import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../../dist/cli.cjs", import.meta.url));

/** What the built command line answered. */
export interface Answer {
  readonly status: number | null;
  readonly said: string;
}

/** Runs the built command line; `lines` come on its standard input. */
export async function runs(args: readonly string[], lines: readonly string[] = []): Promise<Answer> {
  const program = spawn(process.execPath, [cli, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (data) => (said += String(data)));
  program.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const [status] = await once(program, "close");
  return { status, said };
}
