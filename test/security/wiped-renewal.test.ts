import { existsSync, mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renewShareSet } from "../../electron/ceremony/renewal/reshare";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { run } from "../unit/cli/command";
import { type VaultFolder, vaultFolder } from "../unit/cli/vault-folder";
import { firstLink, sha256Of } from "../unit/keystore/chain";
import { vault } from "../unit/keystore/vectors";

/** Every SecretBytes that was made since the test began. */
let made: SecretBytes[];

beforeEach(() => {
  made = [];
  const { random, copyOf } = SecretBytes;
  const keep = (secret: SecretBytes) => {
    made.push(secret);
    return secret;
  };
  // `take` makes its copy with `copyOf`; there is no fourth way.
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => keep(random.call(SecretBytes, length)));
  vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => keep(copyOf.call(SecretBytes, bytes)));
});

afterEach(() => {
  vi.restoreAllMocks();
});

const alive = () => made.filter(({ wiped }) => !wiped).map(({ length }) => length);

const rotate = ({ keystore, key, out }: VaultFolder) =>
  run(["rotate", keystore, "--wrapping-key-file", key, "--wrapping-key-out", out]);
const recover = ({ keystore, out }: VaultFolder, typed: string, interactive: boolean) =>
  run(["recover", keystore, "--wrapping-key-out", out], typed, interactive);

describe("every secret is wiped", () => {
  it("after a rotation", async () => {
    expect((await rotate(await vaultFolder())).status).toBe(0);
    expect(made.length).toBeGreaterThan(5);
    expect(alive()).toEqual([]);
  });

  it.each([false, true])("after a recovery, at a terminal: %s", async (interactive) => {
    const folder = await vaultFolder();
    const typed = folder.shares.slice(0, 3).join("\n");
    expect((await recover(folder, typed, interactive)).status).toBe(0);
    expect(alive()).toEqual([]);
  });

  it.each([false, true])(
    "after a recovery with bad, foreign and too few shares, at a terminal: %s",
    async (interactive) => {
      const folder = await vaultFolder();
      const [foreign] = (await vaultFolder(vault(1))).shares;
      const typed = [
        folder.shares[0],
        folder.shares[0],
        foreign,
        "abandon ".repeat(31),
        folder.shares[1],
      ].join("\n");
      expect((await recover(folder, typed, interactive)).status).toBe(1);
      expect((await recover(folder, folder.shares.slice(0, 2).join("\n"), interactive)).status).toBe(1);
      expect(alive()).toEqual([]);
    },
  );

  it("after a rotation by another key", async () => {
    const folder = await vaultFolder();
    await writeFile(folder.key, "5e".repeat(32));
    expect((await rotate(folder)).status).toBe(1);
    expect(alive()).toEqual([]);
  });

  it("after a rotation whose last step fails, and the key's file is gone", async () => {
    const folder = await vaultFolder();
    const { out } = folder;
    const random = vi.mocked(SecretBytes.random).getMockImplementation() as typeof SecretBytes.random;
    // A folder takes the backup's name when the keystore is open and its keys are being made.
    vi.mocked(SecretBytes.random).mockImplementation((length) => {
      if (existsSync(`${folder.keystore}.lock`)) {
        mkdirSync(join(folder.folder, "keystore.generation-1.json"), { recursive: true });
      }
      return random(length);
    });
    const { status, printed } = await run([
      ...["rotate", folder.keystore, "--wrapping-key-file", folder.key, "--wrapping-key-out", out],
    ]);
    expect([status, printed]).toEqual([1, expect.stringContaining("something else stands there")]);
    expect(await folder.names()).toEqual([
      "keystore.ID.record.jsonl",
      "keystore.generation-1.json",
      "keystore.json",
      "old-key.txt",
    ]);
    expect(alive()).toEqual([]);
  });

  it("of a reshare when drawing random bytes fails, and else stays the caller's", async () => {
    const { keystore, masterKey } = await firstLink();
    const renewal = {
      keystore,
      sha256: sha256Of(keystore),
      masterKey,
      ceremony: { id: "6ad0e97c-1205-4807-b070-bfefa725dc9d", recordKey: new Uint8Array(32) },
      destroyed: [],
      threshold: 2,
      custodians: ["Ada", "Bob", "Cy"],
    };
    for (const failing of [1, 2]) {
      made = [];
      let calls = 0;
      const random = (length: number) => {
        calls += 1;
        if (calls === failing) throw new Error("No randomness");
        return SecretBytes.random(length);
      };
      await expect(renewShareSet(renewal, { now: () => new Date(), random })).rejects.toThrow(
        "No randomness",
      );
      expect(alive()).toEqual([]);
    }
    made = [];
    expect((await renewShareSet(renewal, { now: () => new Date(), random: SecretBytes.random })).ok).toBe(
      true,
    );
    // The Recovery Key and three shares.
    expect(alive()).toEqual([32, 39, 39, 39]);
  });
});
