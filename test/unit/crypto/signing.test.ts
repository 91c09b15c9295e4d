import { describe, expect, test } from "vitest";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { newSigningPair, sealPair, signingPairOf, verifySignature } from "../../../electron/crypto/signing";

const message = new TextEncoder().encode("what is sealed");

// RFC 8032 §7.1, TEST 1 and TEST 3; the app's own self-test has TEST 2.
const published = [
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
];

describe("Ed25519", () => {
  test.each(published)("the published pair of $publicKey", (known) => {
    const pair = signingPairOf(SecretBytes.take(Buffer.from(known.seed, "hex")));
    const signed = new Uint8Array(Buffer.from(known.message, "hex"));
    expect(Buffer.from(pair.publicKey).toString("hex")).toBe(known.publicKey);
    expect(Buffer.from(pair.sign(signed)).toString("hex")).toBe(known.signature);
  });

  test("a signature holds for its key and message only", () => {
    const pair = newSigningPair();
    const signature = pair.sign(message);
    expect(verifySignature(pair.publicKey, message, signature)).toBe(true);
    expect(verifySignature(newSigningPair().publicKey, message, signature)).toBe(false);
    expect(verifySignature(pair.publicKey, message.subarray(1), signature)).toBe(false);
    for (let bit = 0; bit < 512; bit++) {
      const altered = signature.slice();
      altered[bit >>> 3] = (altered[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifySignature(pair.publicKey, message, altered)).toBe(false);
    }
  });

  test("other lengths are refused, not thrown at", () => {
    const pair = newSigningPair();
    const signature = pair.sign(message);
    expect(verifySignature(pair.publicKey.subarray(1), message, signature)).toBe(false);
    expect(verifySignature(pair.publicKey, message, signature.subarray(1))).toBe(false);
    expect(verifySignature(new Uint8Array(), message, new Uint8Array())).toBe(false);
  });

  test("the seal key is the Master Key's own, the same each time, and leaves the Master Key as it was", () => {
    const masterKey = SecretBytes.random(32);
    const [one, again] = [sealPair(masterKey), sealPair(masterKey)];
    expect(one.publicKey).toEqual(again.publicKey);
    expect(one.publicKey).not.toEqual(sealPair(SecretBytes.random(32)).publicKey);
    one.wipe();
    expect(() => one.sign(message)).toThrow("wiped");
    expect(masterKey.wiped).toBe(false);
  });
});
