import type { ShareSheet, WrappingKeySheet } from "../../contract/sheets";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { wrappingKeyLines, wrappingKeyQr } from "../../keystore/wrapping-key-text";
import { toQrText } from "../../share/qr-text";
import { toWords } from "../../share/words";
import { shareAt } from "./distributing";
import type { Run } from "./state";

interface Printed {
  readonly now: Date;
  readonly appVersion: string;
}

/** Share `index`'s sheet. It holds the share: it goes to the sheet window and nowhere else. */
export function shareSheet(run: Run, index: number, payload: SecretBytes, printed: Printed): ShareSheet {
  return {
    kind: "share",
    ...common(run, printed),
    setId: run.made.shareSet,
    index,
    total: run.shares.length,
    threshold: run.plan.threshold,
    custodian: shareAt(run, index).custodian,
    words: toWords(payload),
    qr: toQrText(payload),
  };
}

/** The Wrapping Key's sheet. It holds the key: it goes to the sheet window and nowhere else. */
export function wrappingKeySheet(run: Run, key: SecretBytes, printed: Printed): WrappingKeySheet {
  return {
    kind: "wrapping-key",
    ...common(run, printed),
    wrappingKeyKid: run.made.wrappingKey,
    bits: run.plan.bits,
    lines: wrappingKeyLines(key),
    qr: wrappingKeyQr(key),
  };
}

function common({ plan, made }: Run, { now, appVersion }: Printed) {
  return {
    paper: "a4",
    practice: plan.practice,
    vaultName: plan.vaultName,
    vaultFingerprint: made.vault,
    date: now.toISOString(),
    appVersion,
  } as const;
}
