import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../../scripts/set-up/run.mjs";
import type { Laboratory } from "./laboratory";
import type { Reading } from "./page/main";
import { blank, type Picture, toPgm } from "./pictures/picture";
import { median } from "./tally";

const options = ["--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];

/** What zbarimg makes of a frame. The time is its whole process's, less that of one with nothing to read. */
export async function readWithZbar(laboratory: Laboratory, frame: Picture, start: number): Promise<Reading> {
  const { text, ms } = await zbar(laboratory, frame);
  return { decoder: "zbarimg", text, ms: Math.max(0, ms - start) };
}

/** How long zbarimg takes to start and end, in milliseconds. */
export async function startOfZbar(laboratory: Laboratory): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push((await zbar(laboratory, blank(16, 16, 255))).ms);
  return median(times);
}

async function zbar({ folder }: Laboratory, frame: Picture): Promise<{ text: string | null; ms: number }> {
  const file = join(folder, "frame.pgm");
  await writeFile(file, toPgm(frame));
  const since = performance.now();
  const { output } = await run("zbarimg", [...options, file], { quiet: true });
  const ms = performance.now() - since;
  return { text: output.split("\n").find((line) => line.startsWith("KC1:")) ?? null, ms };
}
