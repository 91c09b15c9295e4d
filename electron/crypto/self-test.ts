import type { CeremonyFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { decrypt, encrypt } from "./aes-gcm";
import { hkdf, hmac } from "./derive";
import { hex, sha256 } from "./hash";
import { SecretBytes } from "./secret-bytes";
import { signingPairOf, verifySignature } from "./signing";
import { combine, split } from "./split";

/** One check of what this runtime computes against an answer that was published. */
export interface KnownAnswerTest {
  /** Shown when it fails. */
  readonly name: string;
  /** True when it passes; false or an exception when it does not. */
  passes(): boolean | Promise<boolean>;
}

/** Plain bytes, as everything in this room takes them. */
function bytes(hexText: string): Uint8Array {
  return new Uint8Array(Buffer.from(hexText, "hex"));
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Encrypts to the known ciphertext and tag, decrypts back, and refuses a tag with one bit flipped. */
function aesGcm(key: string, ciphertext: string, tag: string): boolean {
  // McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B: test cases 10 and 16 share these.
  const iv = bytes("cafebabefacedbaddecaf888");
  const additionalData = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const plaintext = bytes(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
      "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
  );
  const sealed = encrypt(bytes(key), iv, additionalData, plaintext);
  const opened = decrypt(bytes(key), iv, additionalData, bytes(ciphertext), bytes(tag));
  const flipped = sealed.tag.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
  return (
    hex(sealed.ciphertext) === ciphertext &&
    hex(sealed.tag) === tag &&
    opened !== null &&
    hex(opened) === hex(plaintext) &&
    decrypt(bytes(key), iv, additionalData, sealed.ciphertext, flipped) === null
  );
}

/** RFC 8032 §7.1, TEST 2: the seed's public key and signature are the known ones; another message is refused. */
function ed25519(): boolean {
  const pair = signingPairOf(
    SecretBytes.take(bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")),
  );
  try {
    const signature = pair.sign(bytes("72"));
    return (
      hex(pair.publicKey) === "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c" &&
      hex(signature) ===
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" &&
      verifySignature(pair.publicKey, bytes("72"), signature) &&
      !verifySignature(pair.publicKey, bytes("73"), signature)
    );
  } finally {
    pair.wipe();
  }
}

/** A fresh 3-of-5 split: each of the ten threes gives the secret back, and none of the ten pairs does. */
async function splitAndCombine(): Promise<boolean> {
  const secret = SecretBytes.random(32);
  const points = await split(secret, 5, 3);
  const gives = async (subset: readonly SecretBytes[]): Promise<boolean> => {
    const combined = await combine(subset);
    try {
      return combined.equals(secret);
    } finally {
      combined.wipe();
    }
  };
  try {
    for (const [a, first] of points.entries()) {
      for (const [b, second] of points.entries()) {
        if (b <= a) continue;
        if (await gives([first, second])) return false;
        for (const third of points.slice(b + 1)) {
          if (!(await gives([first, second, third]))) return false;
        }
      }
    }
    return true;
  } finally {
    for (const held of [secret, ...points]) held.wipe();
  }
}

const KNOWN_ANSWERS: readonly KnownAnswerTest[] = [
  {
    name: "SHA-256", // FIPS 180-4, NIST's example "abc"
    passes: () =>
      hex(sha256(ascii("abc"))) === "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  },
  {
    name: "HMAC-SHA256", // RFC 4231 §4.3
    passes: () =>
      hex(hmac(ascii("Jefe"), ascii("what do ya want for nothing?"))) ===
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  },
  {
    name: "HKDF-SHA256", // RFC 5869 A.3: empty salt, as FORMATS has it
    passes: () =>
      hex(hkdf(new Uint8Array(22).fill(0x0b), new Uint8Array(0), 42)) ===
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  },
  {
    name: "AES-192-GCM", // test case 10
    passes: () =>
      aesGcm(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c",
        "3980ca0b3c00e841eb06fac4872a2757859e1ceaa6efd984628593b40ca1e19c" +
          "7d773d00c144c525ac619d18c84a3f4718e2448b2fe324d9ccda2710",
        "2519498e80f1478f37ba55bd6d27618c",
      ),
  },
  {
    name: "AES-256-GCM", // test case 16
    passes: () =>
      aesGcm(
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
          "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b",
      ),
  },
  { name: "Ed25519", passes: ed25519 },
  { name: "split and combine", passes: splitAndCombine },
];

/**
 * Runs every check, in order, before a ceremony may start. The first that fails, by a wrong answer or by an
 * exception, is named in `ceremony.self-test`.
 */
export async function selfTest(tests = KNOWN_ANSWERS): Promise<Result<null, CeremonyFailure>> {
  for (const test of tests) {
    const passed = await Promise.resolve()
      .then(() => test.passes())
      .catch(() => false);
    if (!passed) return fail({ code: "ceremony.self-test", test: test.name });
  }
  return ok(null);
}
