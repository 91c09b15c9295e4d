import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Paper, ShareSheet } from "../../../electron/contract/sheets";
import { toQrText } from "../../../electron/share/qr-text";
import { wordsToPayload } from "../../../electron/share/words";
import { wordsOf } from "../../e2e/drive/paper.mjs";
import { inLaboratory, type Laboratory } from "../scan/laboratory";
import { machine, table } from "../scan/report";
import { median } from "../scan/tally";
import { openReaderPage, readWithApp, readWithZbar, toPicture } from "./readers";
import { shareSheets } from "./sample-sheets";
import { openSheetPage } from "./sheet-page";

/** How many custodians the vaults have whose every sheet is read. */
const sizes = [3, 16, 255] as const;

const papers: Readonly<Record<Paper, string>> = { a4: "A4", letter: "US Letter" };

/** A vault's sheets on one kind of paper. */
interface Batch {
  readonly custodians: number;
  readonly paper: Paper;
}

/** A sheet as a picture, and the text of the code that its printed words ask for. */
interface Printed {
  readonly picture: string;
  /** Null where its words cannot be read from the PDF, or are not those that were printed. */
  readonly expected: string | null;
  readonly pdfMs: number;
  readonly pictureMs: number;
}

/** Prints every share sheet of vaults of three sizes on both papers, and has each read by zbar and by the app. */
export async function benchSheets({ quick }: { quick: boolean }, say: (line: string) => void): Promise<void> {
  await inLaboratory(async (laboratory) => {
    const batches = (quick ? sizes.slice(0, 2) : sizes).flatMap((custodians) =>
      (["a4", "letter"] as const).map((paper) => ({ custodians, paper })),
    );
    const printed = await printAll(laboratory, batches);
    await openReaderPage(laboratory);
    const rows: string[][] = [];
    for (const [at, batch] of batches.entries()) rows.push(await rowOf(laboratory, batch, printed[at] ?? []));
    say(`${await machine(laboratory)}\nIn brackets: the median time of one sheet, in milliseconds.\n`);
    const head = ["custodians, paper", "to PDF", "to a picture", "words read", "zbarimg", "Key Ceremony"];
    say(`${table(head, rows)}\n`);
  });
}

async function printAll(laboratory: Laboratory, batches: readonly Batch[]): Promise<readonly Printed[][]> {
  const { print } = await openSheetPage(laboratory);
  const all: Printed[][] = [];
  for (const { custodians, paper } of batches) {
    const printed: Printed[] = [];
    for (const sheet of sheetsOf(custodians, paper)) {
      const pdf = join(laboratory.folder, `share-${custodians}-${paper}-${sheet.index}.pdf`);
      const begun = performance.now();
      await writeFile(pdf, await print(sheet));
      const drawn = performance.now();
      const picture = await toPicture(pdf);
      const pictureMs = performance.now() - drawn;
      printed.push({ picture, expected: await codeOf(pdf, sheet), pdfMs: drawn - begun, pictureMs });
    }
    all.push(printed);
  }
  return all;
}

function sheetsOf(custodians: number, paper: Paper): readonly ShareSheet[] {
  return shareSheets({
    paper,
    practice: false,
    vaultName: "Payments EU",
    custodians: Array.from({ length: custodians }, (_, at) => `Custodian ${at + 1}`),
    threshold: Math.ceil((custodians + 1) / 2),
  });
}

/** The code's text that belongs to the words in a PDF. */
async function codeOf(pdf: string, { words }: ShareSheet): Promise<string | null> {
  const found = await wordsOf(pdf);
  const payload = wordsToPayload(found);
  return payload.ok && found.join(" ") === words.join(" ") ? toQrText(payload.value) : null;
}

async function rowOf(laboratory: Laboratory, batch: Batch, printed: readonly Printed[]): Promise<string[]> {
  const zbar = [];
  const app = [];
  for (const { picture, expected } of printed) {
    const byZbar = await readWithZbar(picture);
    const byApp = await readWithApp(laboratory, picture);
    zbar.push({ read: byZbar.text === expected, ms: byZbar.ms });
    app.push({ read: byApp.text === expected, ms: byApp.ms });
  }
  const words = printed.filter(({ expected }) => expected !== null).length;
  return [
    `${batch.custodians}, ${papers[batch.paper]}`,
    cell(
      printed.length,
      printed.map(({ pdfMs }) => pdfMs),
    ),
    cell(
      printed.length,
      printed.map(({ pictureMs }) => pictureMs),
    ),
    String(words),
    cell(
      zbar.filter(({ read }) => read).length,
      zbar.map(({ ms }) => ms),
    ),
    cell(
      app.filter(({ read }) => read).length,
      app.map(({ ms }) => ms),
    ),
  ];
}

function cell(count: number, times: readonly number[]): string {
  return `${count} (${median(times).toFixed(0)})`;
}
