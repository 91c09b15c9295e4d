import { shareSheets } from "../sheets/sample-sheets";
import { classes, lenses, type PictureClass } from "./classes";
import { openDecoders, readInPage } from "./decoders";
import { inLaboratory, type Laboratory } from "./laboratory";
import { photograph } from "./pictures/photograph";
import { Random } from "./pictures/random";
import { printSheets, type SampleSheet } from "./printed-sheets";
import { machine, tableBy, verdicts } from "./report";
import type { Outcome } from "./tally";
import { readWithZbar, startOfZbar } from "./zbar";

/** Frames of every class: each of four sheets equally often, and most of the size that the rule is about. */
const frames: Readonly<Record<keyof typeof lenses, number>> = { "480p": 8, "720p": 12, "1080p": 4 };

/** Its sheets are photographed. */
const vault = {
  paper: "a4",
  practice: false,
  vaultName: "Payments EU",
  custodians: ["Amara Diallo", "Bruno Keller", "Chen Wei", "Dalia Haddad"],
  threshold: 3,
} as const;

/** Which of the options were given. */
export interface ScanOptions {
  /** One frame of each class and size, to see that the bench runs. */
  readonly quick: boolean;
  /** The decoders' other options beside the best, and no zbarimg. */
  readonly variants: boolean;
}

/** Photographs sample sheets, lets every decoder read them, and says how they did. */
export async function benchScan(
  { quick, variants }: ScanOptions,
  say: (line: string) => void,
): Promise<void> {
  await inLaboratory(async (laboratory) => {
    const sheets = await printSheets(laboratory, shareSheets(vault));
    await openDecoders(laboratory, variants);
    const start = await startOfZbar(laboratory);
    await warmUp(laboratory, sheets);

    const outcomes: Outcome[] = [];
    for (const of of classes) {
      for (const [size, count] of Object.entries(frames)) {
        for (let at = 0; at < (quick ? 1 : count); at += 1) {
          outcomes.push(...(await readFrame(laboratory, sheets, of, size, at, variants ? null : start)));
        }
      }
      say(`${of.name}: ${of.what}`);
    }
    say(`\n${await machine(laboratory)}`);
    say(
      `Median times. Those of zbarimg are of a process, less ${start.toFixed(0)} ms that it takes to start.\n`,
    );
    for (const of of [tableBy(outcomes, "class"), tableBy(outcomes, "size"), verdicts(outcomes)])
      say(`${of}\n`);
  });
}

/** Frames that count for nothing: compilers and caches have then seen every size. */
async function warmUp(laboratory: Laboratory, sheets: readonly SampleSheet[]): Promise<void> {
  const [first] = classes;
  if (first === undefined) return;
  for (const size of Object.keys(lenses)) {
    for (let at = 100; at < 104; at += 1) await readFrame(laboratory, sheets, first, size, at, null);
  }
}

async function readFrame(
  laboratory: Laboratory,
  sheets: readonly SampleSheet[],
  of: PictureClass,
  size: string,
  at: number,
  startOfZbar: number | null,
): Promise<readonly Outcome[]> {
  const sheet = sheets[at % sheets.length];
  const lens = lenses[size];
  if (sheet === undefined || lens === undefined) throw new Error(`No sheet, or no frame of ${size}.`);
  const random = new Random(`${of.name} ${size} ${at}`);
  const frame = photograph(sheet, of.scene(lens, sheet.code.module, random), lens, random);
  const readings = [...(await readInPage(laboratory, frame))];
  if (startOfZbar !== null) readings.push(await readWithZbar(laboratory, frame, startOfZbar));
  return readings.map(({ decoder, text, ms }) => ({
    decoder,
    class: of.name,
    size,
    read: text === sheet.text,
    ms,
  }));
}
