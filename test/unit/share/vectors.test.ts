import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { combine } from "../../../electron/crypto/split";
import { admit } from "../../../electron/share/admit";
import { commitment, pointOf } from "../../../electron/share/payload";
import { toQrText } from "../../../electron/share/qr-text";
import { type KeyShare, readShare } from "../../../electron/share/read-share";
import { toWords } from "../../../electron/share/words";
import vectors from "../../vectors/keystores.json";
import { subsets } from "../subsets";
import { hexOf } from "./sample";

function read(text: string): KeyShare {
  const share = readShare(text);
  if (!share.ok) throw new Error(share.error.code);
  return share.value;
}

describe.each(vectors.vaults)(
  "the shares of $keystore.vault.name, made by another implementation",
  (vault) => {
    const { keystore } = vault;

    test.each(vault.shares)(
      "the share with x = $x: payload, words, QR text and commitment agree",
      (known) => {
        const payload = SecretBytes.take(Buffer.from(known.payload, "hex"));
        expect(toWords(payload).join(" ")).toBe(known.words);
        expect(toQrText(payload)).toBe(known.qr);
        expect(commitment(payload)).toBe(known.commitment);
        for (const text of [known.words, known.qr]) {
          const share = read(text);
          expect(hexOf(share.payload)).toBe(known.payload);
          expect(share.commitment).toBe(known.commitment);
          const { practice, setId, threshold, x } = known;
          expect(share.header).toEqual({ practice, setId, threshold, x });
          expect(hexOf(pointOf(share.payload))).toBe(known.y + x.toString(16).padStart(2, "0"));
        }
      },
    );

    test("each is admitted under the custodian whom the keystore names", () => {
      const shares = vault.shares.map((known) => read(known.words));
      for (const [at, share] of shares.entries()) {
        const { index, custodian } = keystore.shareSet.shares[at] ?? {};
        const answer = admit(share, keystore.shareSet, keystore.practice, [], shares.slice(0, at));
        expect(answer).toEqual({ ok: true, value: { index, custodian } });
      }
    });

    test("every quorum gives the Recovery Key, from words and QR text mixed", async () => {
      const recoveryKey = SecretBytes.take(Buffer.from(vault.recoveryKey, "hex"));
      const shares = vault.shares.map((known, at) => read(at % 2 === 0 ? known.words : known.qr));
      for (const quorum of subsets(shares, keystore.shareSet.threshold)) {
        const combined = await combine(quorum.map((share) => pointOf(share.payload)));
        expect(combined.equals(recoveryKey)).toBe(true);
      }
    });
  },
);
