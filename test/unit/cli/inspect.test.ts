import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { resealed } from "../keystore/resealed";
import { textOf, vault, vaults } from "../keystore/vectors";
import { fileOf, keystoreFileOf, run, runJson } from "./command";

it.each(vaults)("tells the public facts of $keystore.vault.name", async (vector) => {
  const [status, answer] = await runJson(["inspect", await keystoreFileOf(vector)]);
  expect(status).toBe(0);
  const sealKey = Buffer.from(vector.keystore.masterKey.sealKey, "base64url");
  expect(answer).toEqual({
    ok: true,
    code: "keystore.sealed",
    ...vector.keystore,
    vaultFingerprint: createHash("sha256").update(sealKey).digest("hex").slice(0, 32),
    sha256: createHash("sha256").update(textOf(vector)).digest("hex"),
    beside: { newer: null, forks: [], forgeries: [], damaged: [], unseen: false },
    warnings: [],
  });
});

it("is readable for a person", async () => {
  const { status, printed } = await run(["inspect", await keystoreFileOf(vault(0))]);
  expect(status).toBe(0);
  expect(printed).toContain("Vault               Vector Vault\n");
  expect(printed).toContain("Master Key          c6dc 3623 3342 26b5\n");
  expect(printed).toContain("665b e45d, any 3 of 5");
  expect(printed).toContain("5  Custodian 5\n");
  expect(printed).not.toContain("PRACTICE");
});

it("says loudly that a keystore is a rehearsal's", async () => {
  const { printed } = await run(["inspect", await keystoreFileOf(vault(2))]);
  expect(printed).toMatch(/^PRACTICE: /);
});

/** The first vault, whose former set is retired, and the sheets of these shares destroyed. */
function reshared(destroyed: readonly number[]): Promise<string> {
  const { keystore } = vault(0);
  const [ceremony] = keystore.ceremonies;
  if (ceremony === undefined) throw new Error("The vector has one ceremony.");
  const retired = {
    ...keystore.shareSet,
    id: "00000000",
    retiredAt: "2026-12-01T00:00:00.000Z",
    shares: keystore.shareSet.shares.map(({ index }) => ({
      index,
      custodian: `Former ${index}`,
      commitment: `${index}`.repeat(64),
      ...(destroyed.includes(index) ? { destroyedAt: "2026-12-02T00:00:00.000Z" } : {}),
    })),
  };
  const changed = resealed(vault(0), {
    generation: 2,
    previous: "0".repeat(64),
    ceremonies: [ceremony, { ...ceremony, kind: "reshare" }],
    retiredShareSets: [retired],
  });
  return fileOf(textOf({ keystore: changed }));
}

it("advises to replace the Master Key while a quorum of retired sheets may exist, and no longer", async () => {
  const path = await reshared([2, 5]);
  expect(await runJson(["inspect", path])).toMatchObject([0, { warnings: ["keystore.quorum-at-large"] }]);
  const { printed } = await run(["inspect", path]);
  expect(printed).toMatch(/^Warning: of a retired share set .* replacing the Master Key is advised\.$/m);
  expect(await runJson(["inspect", await reshared([1, 2, 5])])).toMatchObject([0, { warnings: [] }]);
});

it("lists retired sets and destroyed shares", async () => {
  const { status, printed } = await run(["inspect", await reshared([2])]);
  expect(status).toBe(0);
  expect(printed).toContain("00000000, retired 2026-12-01T00:00:00.000Z");
  expect(printed).toContain("2  Former 2, destroyed 2026-12-02T00:00:00.000Z");
});

it("escapes what is invisible in names, for people and in JSON", async () => {
  const { keystore } = vault(0);
  const name = "safe\u202eelif\u2066";
  const path = await fileOf(textOf({ keystore: resealed(vault(0), { vault: { ...keystore.vault, name } }) }));
  const { printed } = await run(["inspect", path]);
  expect(printed).toContain("safe\\u{202e}elif\\u{2066}");
  const json = await run(["inspect", path, "--json"]);
  for (const text of [printed, json.printed]) expect(text).not.toMatch(/[\u202e\u2066]/);
  expect(JSON.parse(json.printed).vault.name).toBe(name);
});

it("refuses an altered file, and escapes what it quotes from it", async () => {
  const text = textOf(vault(0));
  const flipped = await fileOf(text.replace("Vector Vault", "Vectos Vault"));
  expect(await run(["inspect", flipped])).toMatchObject({
    status: 1,
    printed: expect.stringContaining("The seal of this keystore does not hold"),
  });
  const odd = await fileOf(JSON.stringify({ ...vault(0).keystore, "a\u001b[2J\u202e\\u000ab": 1 }));
  const { printed } = await run(["inspect", odd]);
  expect(printed).toContain("\\u{1b}[2J\\u{202e}");
  expect(await runJson(["inspect", odd])).toMatchObject([
    1,
    { code: "keystore.unknown-member", member: "a\u001b[2J\u202e\\u000ab" },
  ]);
});

it("answers no to a file that cannot be read, and warns of one that others can read", async () => {
  expect(await runJson(["inspect", "/nowhere/keystore.json"])).toMatchObject([
    1,
    { ok: false, code: "file.missing", path: "/nowhere/keystore.json" },
  ]);
  const open = await fileOf(textOf(vault(0)), 0o644);
  expect(await runJson(["inspect", open])).toMatchObject([0, { warnings: ["keystore.readable-by-others"] }]);
  expect((await run(["inspect", open])).printed).toContain("Warning: others can read the keystore file.");
});
