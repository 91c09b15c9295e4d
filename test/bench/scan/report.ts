import { cpus } from "node:os";
import type { Laboratory } from "./laboratory";
import { judge, type Outcome, type Score, score } from "./tally";

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [row(head), row(rule), ...rows.map(row)].join("\n");
}

function cell({ frames, read, ms }: Score): string {
  return frames === 0 ? "—" : `${Math.round((100 * read) / frames)} % · ${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}

/** How every decoder did, by what the rows are told apart by: one row for each, and one for all. */
export function tableBy(outcomes: readonly Outcome[], by: "class" | "size"): string {
  const decoders = [...new Set(outcomes.map(({ decoder }) => decoder))];
  const names = [...new Set(outcomes.map((outcome) => outcome[by]))];
  const line = (title: string, of: readonly Outcome[]) => [
    `${title} (${of.length / decoders.length})`,
    ...decoders.map((decoder) => cell(score(of.filter((outcome) => outcome.decoder === decoder)))),
  ];
  const rows = names.map((name) =>
    line(
      name,
      outcomes.filter((outcome) => outcome[by] === name),
    ),
  );
  return table([by === "class" ? "pictures" : "frame", ...decoders], [...rows, line("all", outcomes)]);
}

/** Who is chosen by the rule, and how the others stand. */
export function verdicts(outcomes: readonly Outcome[]): string {
  const rows = judge(outcomes).map(({ decoder, overall, behind, weakest, ms, isChosen }) => [
    decoder,
    `${((100 * overall.read) / overall.frames).toFixed(1)} %`,
    behind === 0 ? "nowhere" : `${behind.toFixed(0)} points (${weakest})`,
    `${ms.toFixed(1)} ms`,
    isChosen ? "chosen" : "",
  ]);
  return table(["decoder", "read", "most behind the best", "720p", "verdict"], rows);
}

/** Where it was measured. */
export async function machine({ app }: Laboratory): Promise<string> {
  const { electron, chrome } = await app.evaluate(() => ({
    electron: String(process.versions.electron),
    chrome: String(process.versions.chrome),
  }));
  const cores = cpus();
  return `${cores.length} cores of ${cores[0]?.model.trim()}, Node ${process.versions.node}, Electron ${electron} (Chromium ${chrome})`;
}
