import type { FrozenPlan } from "../../contract/plan";
import type {
  BlankShareSheet,
  Paper,
  ProofSheet,
  ShareFacts,
  ShareSheet,
  WrappingKeySheet,
} from "../../contract/sheets";
import type { SecretBytes } from "../../crypto/secret-bytes";
import { wrappingKeyLines, wrappingKeyQr } from "../../keystore/wrapping-key-text";
import { toQrText } from "../../share/qr-text";
import { toWords } from "../../share/words";
import { shareAt } from "./distributing";
import type { PrinterProof } from "./printer-proof";
import type { Run } from "./state";

interface Printed {
  readonly now: Date;
  readonly appVersion: string;
}

/** Share `index`'s sheet. It holds the share: it goes to the sheet window and nowhere else. */
export function shareSheet(run: Run, index: number, payload: SecretBytes, printed: Printed): ShareSheet {
  return {
    kind: "share",
    ...shareFacts(run, index, printed),
    words: toWords(payload),
    qr: toQrText(payload),
  };
}

/** Share `index`'s sheet with empty boxes, for its custodian to write on. It holds no secret. */
export function blankShareSheet(run: Run, index: number, printed: Printed): BlankShareSheet {
  return { kind: "blank-share", ...shareFacts(run, index, printed) };
}

/** The page that proves a printer, before there is a secret. */
export function proofSheet(
  plan: FrozenPlan,
  paper: Paper,
  printer: string,
  { words, code }: PrinterProof,
  printed: Printed,
): ProofSheet {
  return { kind: "proof", ...common(plan, paper, printed), printer, words, qr: code };
}

/** The Wrapping Key's sheet. It holds the key: it goes to the sheet window and nowhere else. */
export function wrappingKeySheet(run: Run, key: SecretBytes, printed: Printed): WrappingKeySheet {
  return {
    kind: "wrapping-key",
    ...common(run.plan, run.setup.paper, printed),
    vaultFingerprint: run.made.vault,
    wrappingKeyKid: run.made.wrappingKey,
    bits: run.plan.bits,
    lines: wrappingKeyLines(key),
    qr: wrappingKeyQr(key),
  };
}

function shareFacts(run: Run, index: number, printed: Printed): ShareFacts {
  const { plan, setup, made, shares } = run;
  return {
    ...common(plan, setup.paper, printed),
    vaultFingerprint: made.vault,
    setId: made.shareSet,
    index,
    total: shares.length,
    threshold: plan.threshold,
    custodian: shareAt(run, index).custodian,
  };
}

function common(
  { practice, vaultName, parametersHash }: FrozenPlan,
  paper: Paper,
  { now, appVersion }: Printed,
) {
  return { paper, practice, vaultName, parametersHash, date: now.toISOString(), appVersion };
}
