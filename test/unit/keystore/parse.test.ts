import { describe, expect, it } from "vitest";
import type { Keystore } from "../../../electron/keystore/document";
import { KEYSTORE_LIMIT, parseKeystore } from "../../../electron/keystore/parse";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { resealed } from "./resealed";
import { textOf, utf8, vault, vaults } from "./vectors";

const text = textOf(vault(0));
const refusal = (text: string) => {
  const parsed = parseKeystore(utf8(text));
  return parsed.ok ? "accepted" : parsed.error;
};
/** What a reader says of a document whose seal holds. */
const refusalOf = (changes: Partial<Keystore>, of = vault(0)) =>
  refusal(JSON.stringify(resealed(of, changes)));

describe("a vector", () => {
  it.each(vaults)("is read as it is: $keystore.vault.name", (vector) => {
    expect(parseKeystore(utf8(textOf(vector)))).toEqual({ ok: true, value: vector.keystore });
  });

  it.each(vaults)("is written as it was read: $keystore.vault.name", (vector) => {
    expect(new TextDecoder().decode(serializeKeystore(vector.keystore))).toBe(textOf(vector));
  });

  it.each([
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["no white space at all", JSON.stringify(vault(0).keystore)],
    ["tabs, and lines around it", `\n\n${JSON.stringify(vault(0).keystore, null, "\t")}\n\n`],
    [
      "members in another order",
      JSON.stringify(Object.fromEntries(Object.entries(vault(0).keystore).reverse())),
    ],
  ])("opens after an editor left %s", (_, edited) => {
    expect(parseKeystore(utf8(edited))).toEqual({ ok: true, value: vault(0).keystore });
  });

  it("is refused with any one bit flipped anywhere", () => {
    const bytes = utf8(textOf(vault(1)));
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (parseKeystore(flipped).ok) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it("is refused when cut off anywhere", () => {
    const bytes = utf8(text);
    // The last byte is the newline after the document: white space.
    for (let length = 0; length < bytes.length - 1; length += 1) {
      expect(parseKeystore(bytes.slice(0, length)).ok).toBe(false);
    }
    expect(parseKeystore(bytes.slice(0, -1)).ok).toBe(true);
  });
});

describe("what is no keystore", () => {
  it("is named by size, encoding and syntax", () => {
    const large = parseKeystore(new Uint8Array(KEYSTORE_LIMIT + 1));
    expect(large).toMatchObject({ error: { code: "keystore.too-large", limit: KEYSTORE_LIMIT } });
    expect(parseKeystore(Uint8Array.of(0x7b, 0xff, 0x7d))).toMatchObject({
      error: { code: "keystore.not-utf8" },
    });
    expect(refusal(`\ufeff${text}`)).toEqual({ code: "keystore.byte-order-mark" });
    expect(refusal("")).toEqual({ code: "keystore.not-json" });
    expect(refusal(`${text}}`)).toEqual({ code: "keystore.not-json" });
  });

  it.each([
    "null",
    "[]",
    "5",
    '"keystore"',
    "{}",
    '{"format":"another"}',
    "[".repeat(10_000) + "]".repeat(10_000),
  ])("is another format: %.20s", (json) => expect(refusal(json)).toEqual({ code: "keystore.other-format" }));

  it("is refused however deep it is", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(refusal(text.replace('"Vector Vault"', deep))).toEqual({
      code: "keystore.bad-member",
      member: "vault.name",
    });
  });

  // Read to its end, such a list takes most of a minute and gigabytes of memory.
  it.each(["ceremonies", "retiredShareSets"])(
    "is refused within seconds however many elements of %s are wrong",
    (member) => {
      const list = `[${"{},".repeat(1_300_000)}{}]`;
      const hostile = JSON.stringify({ ...vault(0).keystore, [member]: "@" }).replace('"@"', list);
      expect(refusal(hostile)).toEqual({ code: "keystore.missing-member", member: `${member}[0].id` });
    },
  );

  it("comes from a newer version, whatever else it holds", () => {
    expect(refusal('{"format":"key-ceremony.keystore","version":2,"new":[]}')).toEqual({
      code: "keystore.newer-version",
      version: 2,
    });
  });

  it.each([0, -1, 1.5, "1", null])("has a version that is none: %s", (version) => {
    expect(refusal(JSON.stringify({ ...vault(0).keystore, version }))).toEqual({
      code: "keystore.bad-member",
      member: "version",
    });
  });
});

describe("a member", () => {
  it("that is unknown is named, wherever it stands", () => {
    const { keystore } = vault(0);
    expect(refusal(JSON.stringify({ ...keystore, note: 1 }))).toEqual({
      code: "keystore.unknown-member",
      member: "note",
    });
    const shares = keystore.shareSet.shares.map((share) => ({ ...share, phone: "1" }));
    expect(refusal(JSON.stringify({ ...keystore, shareSet: { ...keystore.shareSet, shares } }))).toEqual({
      code: "keystore.unknown-member",
      member: "shareSet.shares[0].phone",
    });
    expect(refusal(text.replace("{", '{"__proto__":{},'))).toEqual({
      code: "keystore.unknown-member",
      member: "__proto__",
    });
  });

  it.each(Object.keys(vault(0).keystore))("that is missing is named: %s", (member) => {
    const rest: Record<string, unknown> = { ...vault(0).keystore };
    delete rest[member];
    expect(refusal(JSON.stringify(rest))).toEqual(
      member === "format" ? { code: "keystore.other-format" } : { code: "keystore.missing-member", member },
    );
  });

  it.each(Object.keys(vault(0).keystore))("that is mistyped is named: %s", (member) => {
    const refused = refusal(JSON.stringify({ ...vault(0).keystore, [member]: 7.5 }));
    expect(refused).toEqual(
      member === "format" ? { code: "keystore.other-format" } : { code: "keystore.bad-member", member },
    );
  });

  it.each([
    ["createdAt", { createdAt: "2026-02-30T22:00:00.000Z" }],
    ["createdAt", { createdAt: "2026-11-23T22:00:00Z" }],
    ["createdAt", { createdAt: "2026-11-23T22:00:00.000+00:00" }],
    ["generation", { generation: Number.MAX_SAFE_INTEGER + 1 }],
    ["seal", { seal: "AA" }],
  ])("that has not its one form is named: %s %j", (member, changes) => {
    expect(refusal(JSON.stringify({ ...vault(0).keystore, ...changes }))).toEqual({
      code: "keystore.bad-member",
      member,
    });
  });

  it.each([
    ["empty", ""],
    ["too long", "n".repeat(121)],
    ["with a control character", "a\u0007b"],
    ["with a line break", "a\nb"],
    ["not in NFC", "E\u0301tat"],
    ["with half a character", "a\ud800"],
  ])("that is a name %s is refused", (_, name) => {
    expect(
      refusal(JSON.stringify({ ...vault(0).keystore, vault: { ...vault(0).keystore.vault, name } })),
    ).toEqual({
      code: "keystore.bad-member",
      member: "vault.name",
    });
  });

  it.each(["n".repeat(120), "😀".repeat(120), "שלום", "<script>", "a\u202eb", "👩‍⚕️"])(
    "that is a valid name is read: %.20s",
    (name) => expect(refusalOf({ vault: { ...vault(0).keystore.vault, name } })).toBe("accepted"),
  );
});

describe("what ties members together", () => {
  const { keystore } = vault(0);
  const { shareSet } = keystore;
  const withShares = (shares: Keystore["shareSet"]["shares"]) => ({ shareSet: { ...shareSet, shares } });
  const bad = (member: string) => ({ code: "keystore.bad-member", member });
  const [first, second, ...others] = shareSet.shares;
  if (first === undefined || second === undefined) throw new Error("The vector has five shares.");
  const retired = {
    ...shareSet,
    id: "00000000",
    retiredAt: keystore.createdAt,
    shares: shareSet.shares.map((share, at) => ({ ...share, commitment: at.toString(16).padStart(64, "0") })),
  };

  it("accepts a later generation with a retired set and a destroyed share", () => {
    const shares = retired.shares.map((share) => ({ ...share, destroyedAt: keystore.createdAt }));
    const [ceremony] = keystore.ceremonies;
    if (ceremony === undefined) throw new Error("The vector has one ceremony.");
    expect(
      refusalOf({
        generation: 2,
        previous: "0".repeat(64),
        ceremonies: [ceremony, { ...ceremony, kind: "reshare" }],
        retiredShareSets: [{ ...retired, shares }],
      }),
    ).toBe("accepted");
  });

  it.each<[string, Partial<Keystore>]>([
    ["shareSet.shares[0].index", withShares([second, first, ...others])],
    [
      "shareSet.shares[1].custodian",
      withShares([first, { ...second, custodian: "CUSTODIAN  1" }, ...others]),
    ],
    [
      "shareSet.shares[1].commitment",
      withShares([first, { ...second, commitment: first.commitment }, ...others]),
    ],
    ["shareSet.threshold", { shareSet: { ...shareSet, threshold: 6 } }],
    ["shareSet.threshold", { shareSet: { ...shareSet, threshold: 1 } }],
    ["retiredShareSets[0].id", { retiredShareSets: [{ ...retired, id: shareSet.id }] }],
    [
      "retiredShareSets[0].shares[0].commitment",
      { retiredShareSets: [{ ...retired, shares: shareSet.shares }] },
    ],
    ["previous", { previous: "0".repeat(64) }],
    ["previous", { generation: 2 }],
    ["ceremonies", { generation: 2, previous: "0".repeat(64) }],
    [
      "ceremonies[0].kind",
      { ceremonies: keystore.ceremonies.map((one) => ({ ...one, kind: "rotate" as const })) },
    ],
    ["encryptedKey.protected", { encryptedKey: { ...keystore.encryptedKey, protected: "e30" } }],
    ["encryptedKey.protected", { practice: true }],
    ["encryptedKey.protected", { wrappingKey: { ...keystore.wrappingKey, bits: 192 } }],
    ["recoveryKey.protected", { recoveryKey: { ...keystore.recoveryKey, protected: "e30" } }],
    ["recoveryKey.protected", { recoveryKey: keystore.encryptedKey }],
    ["recoveryKey.protected", { shareSet: { ...shareSet, id: "00000001" } }],
  ])("refuses a document whose seal holds, at %s", (member, changes) => {
    expect(refusalOf(changes)).toEqual(bad(member));
  });

  it("refuses any change that the seal does not cover", () => {
    const name = "Another Vault";
    const changed = JSON.stringify({ ...keystore, vault: { ...keystore.vault, name } });
    expect(refusal(changed)).toEqual({ code: "keystore.seal" });
  });
});
