import { wordlist } from "@scure/bip39/wordlists/english.js";
import type {
  BlankShareSheet,
  Paper,
  ProofSheet,
  ShareFacts,
  ShareSheet,
  WrappingKeySheet,
} from "../../../electron/contract/sheets";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { wrappingKeyLines, wrappingKeyQr } from "../../../electron/keystore/wrapping-key-text";
import { makePayload } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { toWords } from "../../../electron/share/words";
import { Random } from "../scan/pictures/random";

/** A vault whose sheets are made up: the same every time, and as the app hands them to its sheet page. */
export interface SampleVault {
  readonly paper: Paper;
  readonly practice: boolean;
  readonly vaultName: string;
  readonly custodians: readonly string[];
  readonly threshold: number;
}

const setId = "9c5512aa";

/** What every sheet of a vault says. */
function common({ paper, practice, vaultName }: SampleVault) {
  const date = "2026-11-23T22:00:00.000Z";
  return { paper, practice, vaultName, date, appVersion: "0.1.0", parametersHash };
}

const parametersHash = "0c1d2e3f4a5b6c7d8e9fa0b1c2d3e4f560718293a4b5c6d7e8f90a1b2c3d4e5f";

const vaultFingerprint = "3f9a02c177de41b09c5512aa7be0d4f1";

function facts(vault: SampleVault, at: number): ShareFacts {
  const { custodians, threshold } = vault;
  const custodian = custodians[at] ?? "";
  return {
    ...common(vault),
    vaultFingerprint,
    setId,
    index: at + 1,
    total: custodians.length,
    threshold,
    custodian,
  };
}

/** Every custodian's share sheet. */
export function shareSheets(vault: SampleVault): readonly ShareSheet[] {
  return vault.custodians.map((_, at) => {
    const point = bytes(`share ${at}`, 33);
    point[32] = at + 1;
    const header = { practice: vault.practice, setId, threshold: vault.threshold };
    const payload = makePayload(header, SecretBytes.take(point));
    return { kind: "share", ...facts(vault, at), words: toWords(payload), qr: toQrText(payload) };
  });
}

/** The first custodian's sheet to copy words on. */
export function blankSheet(vault: SampleVault): BlankShareSheet {
  return { kind: "blank-share", ...facts(vault, 0) };
}

/** The vault's Wrapping Key on paper. */
export function wrappingKeySheet(vault: SampleVault, bits: 192 | 256): WrappingKeySheet {
  const key = SecretBytes.take(bytes("wrapping key", bits / 8));
  return {
    kind: "wrapping-key",
    ...common(vault),
    vaultFingerprint,
    wrappingKeyKid: "77de41b03f9a02c1",
    bits,
    lines: wrappingKeyLines(key),
    qr: wrappingKeyQr(key),
  };
}

/** A page that proves a printer. Its code and words stand in for those that a ceremony would choose. */
export function proofSheet(vault: SampleVault): ProofSheet {
  const numbers = bytes("proof", 8);
  return {
    kind: "proof",
    ...common(vault),
    printer: "HP-LaserJet-1020-Vault-Room",
    words: [...numbers].map((number, at) => wordlist[(at * 256 + number) % wordlist.length] ?? ""),
    qr: "KCT1:".padEnd(73, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
  };
}

/** Bytes that look random and always come out the same. */
function bytes(seed: string, length: number): Uint8Array {
  const random = new Random(seed);
  return Uint8Array.from({ length }, () => random.between(0, 256));
}
