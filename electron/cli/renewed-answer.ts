import { dirname } from "node:path";
import type { OpenedKeystore } from "../ceremony/renewal/open-for-renewal";
import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { mediumOf } from "../files/medium";
import type { Place } from "../files/try-place";
import { fingerprintOf } from "../keystore/facts";
import type { Answer } from "./answer";
import type { RecordEnd } from "./ceremony-record";
import { fact, vaultLines } from "./keystore-lines";
import { recordFacts, recordLines, whyNot } from "./record-lines";
import type { Held, Renewal } from "./renewal";
import { type Warning, warningLines, warningsOf } from "./warnings";

const forPaper = [
  "Write the record’s head on paper, by hand: with it, or with this keystore, verify-record tells whether a",
  "record is this ceremony’s own.",
];

/** The yes to a recover or a rotate: what stands where, and what people must know and write down. */
export async function renewedAnswer(
  { kind, request }: Renewal,
  opened: OpenedKeystore,
  place: Place,
  { keystore, vault, looked }: Held,
  end: RecordEnd,
): Promise<Answer> {
  const { kid, bits } = keystore.wrappingKey;
  const warnings = await warningsAbout(opened, keystore.updatedAt, place, end);
  return {
    ok: true,
    code: "keystore.renewed",
    facts: {
      kind,
      vault: keystore.vault,
      practice: keystore.practice,
      vaultFingerprint: fingerprintOf(keystore),
      generation: keystore.generation,
      keystore: opened.path,
      keptAs: opened.keptAs,
      wrappingKeyFile: place.path,
      wrappingKey: { kid, bits },
      reason: request.reason,
      ...vault.facts,
      preflight: looked,
      ...recordFacts(end),
      warnings,
    },
    lines: [
      ...vaultLines(keystore),
      ...vault.lines,
      fact("Keystore", `${visible(opened.path)}, generation ${keystore.generation}`),
      fact("Kept beside it", visible(opened.keptAs)),
      fact("New Wrapping Key", `${inFours(kid)} (${bits} bit), in ${visible(place.path)}`),
      ...(request.reason === null ? [] : [fact("Reason", visible(request.reason))]),
      ...recordLines(end),
      "",
      "The new Wrapping Key was read back from its file and opens the keystore. Every Key Share stays valid.",
      "The former Wrapping Key does not open this generation, and still opens every older copy of the keystore.",
      "Keep the old keystore until the vault runs on the new one; then destroy its copies, or that key.",
      ...(end.head === null ? [] : forPaper),
      ...warningLines(warnings),
      ...(end.problem === null ? [] : [`The record could not be written: ${whyNot(end.problem)}.`]),
    ],
  };
}

async function warningsAbout(
  opened: OpenedKeystore,
  updatedAt: string,
  place: Place,
  end: RecordEnd,
): Promise<readonly Warning[]> {
  // All is written already: a medium that was pulled out meanwhile is no reason to give no answer.
  const medium = await mediumOf(dirname(opened.path)).catch(() => null);
  return [
    ...warningsOf(opened),
    ...(updatedAt < opened.keystore.updatedAt ? (["clock.behind-keystore"] as const) : []),
    ...(medium === place.medium ? (["wrapping-key-file.same-medium"] as const) : []),
    ...(end.head === null ? (["record.unsealed"] as const) : []),
  ];
}
