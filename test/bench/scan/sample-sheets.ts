import type { ShareSheet } from "../../../electron/contract/sheets";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { makePayload } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { toWords } from "../../../electron/share/words";
import { Random } from "./pictures/random";

const custodians = ["Amara Diallo", "Bruno Keller", "Chen Wei", "Dalia Haddad"] as const;

/** Share sheets as the app hands them to its sheet page. Their shares are made up, and the same every time. */
export function sampleSheets(): readonly ShareSheet[] {
  return custodians.map((custodian, at) => {
    const random = new Random(`share ${at}`);
    const point = Uint8Array.from({ length: 33 }, () => random.between(0, 256));
    point[32] = at + 1;
    const header = { practice: false, setId: "9c5512aa", threshold: 3 };
    const payload = makePayload(header, SecretBytes.take(point));
    return {
      kind: "share",
      paper: "a4",
      practice: false,
      vaultName: "Payments EU",
      vaultFingerprint: "3f9a02c177de41b09c5512aa7be0d4f1",
      date: "2026-11-23T22:00:00.000Z",
      appVersion: "0.1.0",
      setId: header.setId,
      index: at + 1,
      total: custodians.length,
      threshold: header.threshold,
      custodian,
      words: toWords(payload),
      qr: toQrText(payload),
    };
  });
}
