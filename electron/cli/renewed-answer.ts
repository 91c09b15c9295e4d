import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { afterWritingSentence } from "../contract/after-writing";
import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import type { OtherWrite } from "../files/replace-file";
import { fingerprintOf } from "../keystore/facts";
import type { Answer } from "./answer";
import { besideLines } from "./beside-lines";
import type { RecordEnd } from "./ceremony-record";
import { fact, vaultLines } from "./keystore-lines";
import { recordFacts, recordLines, whyNot } from "./record-lines";
import type { Held, Places, Renewal } from "./renewal";
import { type Warning, warningLines, warningsOf } from "./warnings";

const forPaper = [
  "Write the record’s head on paper, by hand: with it, or with this keystore, verify-record tells whether a",
  "record is this ceremony’s own.",
];

/** The yes to a recover or a rotate: what stands where, and what people must know and write down. */
export function renewedAnswer(
  { kind, request }: Renewal,
  opened: OpenedKeystore,
  { key, notes }: Places,
  { keystore, vault, looked, otherWrite }: Held,
  end: RecordEnd,
): Answer {
  const { kid, bits } = keystore.wrappingKey;
  const warnings = warningsAbout(opened, keystore.updatedAt, notes, end);
  return {
    ok: true,
    code: "keystore.renewed",
    facts: {
      kind,
      vault: keystore.vault,
      practice: keystore.practice,
      vaultFingerprint: fingerprintOf(keystore),
      generation: keystore.generation,
      opened: { generation: opened.keystore.generation, updatedAt: opened.keystore.updatedAt },
      beside: opened.beside,
      keystore: opened.path,
      keptAs: opened.keptAs,
      wrappingKeyFile: key.path,
      wrappingKey: { kid, bits },
      reason: request.reason,
      ...vault.facts,
      notes,
      preflight: looked,
      ...recordFacts(end),
      ...(otherWrite && { otherWrite: otherWrite.keptAs }),
      warnings,
    },
    lines: [
      ...vaultLines(keystore),
      ...vault.lines,
      fact("Keystore", `${visible(opened.path)}, generation ${keystore.generation}`),
      fact(
        "Made from",
        `generation ${opened.keystore.generation}, last changed ${opened.keystore.updatedAt}`,
      ),
      fact("Kept beside it", visible(opened.keptAs)),
      fact("New Wrapping Key", `${inFours(kid)} (${bits} bit), in ${visible(key.path)}`),
      ...(request.reason === null ? [] : [fact("Reason", visible(request.reason))]),
      ...recordLines(end),
      "",
      "The new Wrapping Key was read back from its file and opens the keystore. Every Key Share stays valid.",
      "The former Wrapping Key does not open this generation, and still opens every older copy of the keystore.",
      "Keep the old keystore until the vault runs on the new one; then destroy its copies, or that key.",
      ...(end.head === null ? [] : forPaper),
      ...warningLines(warnings),
      ...(otherWrite === null ? [] : [`Warning: ${otherWriteLine(opened.path, otherWrite)}`]),
      ...besideLines(opened.beside, opened.keystore.generation),
      ...(end.problem === null ? [] : [`The record could not be written: ${whyNot(end.problem)}.`]),
    ],
  };
}

function otherWriteLine(path: string, { keptAs }: OtherWrite): string {
  return afterWritingSentence({ what: "other-write", path, keptAs });
}

function warningsAbout(
  opened: OpenedKeystore,
  updatedAt: string,
  notes: Places["notes"],
  end: RecordEnd,
): readonly Warning[] {
  return [
    ...warningsOf(opened),
    ...(updatedAt < opened.keystore.updatedAt ? (["clock.behind-keystore"] as const) : []),
    ...(notes.includes("same-medium") ? (["wrapping-key-file.same-medium"] as const) : []),
    ...(end.head === null ? (["record.unsealed"] as const) : []),
  ];
}
