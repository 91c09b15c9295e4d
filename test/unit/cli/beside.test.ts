import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serializeKeystore } from "../../../electron/keystore/serialize";
import { toWords } from "../../../electron/share/words";
import { temporaryFolder } from "../files/temporary-folder";
import { firstLink, type Link, nextLink } from "../keystore/chain";
import { run, runJson } from "./command";

const rotation = { kind: "rotate", bits: 256 } as const;

/** A vault's first generation in a folder, with its key's file, its shares and what comes to lie beside it. */
async function folderOf(first: Link) {
  const folder = await temporaryFolder();
  const at = (name: string) => join(folder, name);
  const [path, key, out] = [at("keystore.json"), at("key.txt"), at("new.txt")];
  await writeFile(path, serializeKeystore(first.keystore));
  await writeFile(key, hexOf(first));
  const shares = first.shares.slice(0, 2).map(wordsOf).join("\n");
  /** Each command that relies on the keystore, and what is typed. */
  const commands: Record<string, () => ReturnType<typeof runJson>> = {
    inspect: () => runJson(["inspect", path]),
    verify: () => runJson(["verify", path, "--wrapping-key-file", key]),
    combine: () => runJson(["combine", path], shares),
    "check-share": () => runJson(["check-share", path], shares.split("\n")[0] ?? ""),
    recover: () => runJson(["recover", path, "--wrapping-key-out", out], shares),
    rotate: () => runJson(["rotate", path, "--wrapping-key-file", key, "--wrapping-key-out", out]),
  };
  return { at, path, key, out, shares, commands };
}

const readers = ["inspect", "verify", "combine", "check-share"];
const writers = ["recover", "rotate"];

describe("a later generation beside the keystore, under any name", () => {
  it.each(readers)("is told by %s, which answers all the same", async (command) => {
    const first = await firstLink();
    const { at, path, key, commands } = await folderOf(first);
    const second = await nextLink(first, rotation);
    await writeFile(at("Backup 7"), serializeKeystore(second.keystore));
    const newer = { path: at("Backup 7"), generation: 2, updatedAt: second.keystore.updatedAt };
    expect(await commands[command]?.()).toMatchObject([0, { ok: true, beside: { newer } }]);
    const { printed } = await run(["verify", path, "--wrapping-key-file", key]);
    expect(printed).toContain(`Generation          1, last changed ${first.keystore.updatedAt}\n`);
    expect(printed).toMatch(
      /^Warning: This is generation 1, and generation 2 of this vault, .*Backup 7\. Use that one\.$/m,
    );
  });

  it.each(writers)("is refused by %s, which names it", async (command) => {
    const first = await firstLink();
    const { at, out, commands } = await folderOf(first);
    await writeFile(at("Backup 7"), serializeKeystore((await nextLink(first, rotation)).keystore));
    expect(await commands[command]?.()).toMatchObject([
      1,
      { code: "keystore.superseded", generation: 1, newer: 2, path: at("Backup 7") },
    ]);
    expect(await runJson(["verify", at("keystore.json"), "--wrapping-key-file", out])).toMatchObject([
      1,
      { code: "file.missing" },
    ]);
  });
});

describe("what raises a question", () => {
  it.each([...readers, ...writers])(
    "is told by %s, and hinders nothing: a fork and a damaged later one",
    async (command) => {
      const first = await firstLink();
      const second = await nextLink(first, rotation);
      const { at, path, key, commands } = await folderOf(first);
      const fork = await nextLink(first, rotation);
      await writeFile(path, serializeKeystore(second.keystore));
      await writeFile(key, hexOf(second));
      await writeFile(at("fork"), serializeKeystore(fork.keystore));
      const third = Buffer.from(serializeKeystore((await nextLink(second, rotation)).keystore)).toString(
        "utf8",
      );
      await writeFile(at("late"), third.replace("Payments EU", "Payments US"));
      const beside = {
        forks: [{ path: at("fork"), generation: 2, updatedAt: fork.keystore.updatedAt }],
        damaged: [{ path: at("late"), generation: 3 }],
      };
      expect(await commands[command]?.()).toMatchObject([0, { beside }]);
    },
  );

  it("is said before anything is asked for", async () => {
    const first = await firstLink();
    const second = await nextLink(first, rotation);
    const { at, path, key, out } = await folderOf(first);
    await writeFile(path, serializeKeystore(second.keystore));
    await writeFile(key, hexOf(second));
    await writeFile(at("fork"), serializeKeystore((await nextLink(first, rotation)).keystore));
    const { remarked, printed } = await run([
      "rotate",
      path,
      "--wrapping-key-file",
      key,
      "--wrapping-key-out",
      out,
    ]);
    const [before = ""] = remarked.split("The record of this ceremony begins");
    expect(before).toContain(`Generation          2, last changed ${second.keystore.updatedAt}\n`);
    expect(before).toMatch(
      /^Warning: “.*fork” is another keystore of this vault with the same generation, 2/m,
    );
    expect(printed).toContain(
      `Made from           generation 2, last changed ${second.keystore.updatedAt}\n`,
    );
  });
});

describe("a keystore that is refused", () => {
  it.each([...readers, ...writers])(
    "is answered by %s with the sound copies of its vault, whatever their names",
    async (command) => {
      const first = await firstLink();
      const { at, path, commands } = await folderOf(first);
      const text = Buffer.from(serializeKeystore(first.keystore)).toString("utf8");
      await writeFile(path, text.replace("Payments EU", "Payments US"));
      await writeFile(at("sound"), text);
      await writeFile(at("stranger.json"), serializeKeystore((await firstLink()).keystore));
      const copies = [{ path: at("sound"), generation: 1, sameVault: true }];
      const [status, answer] = (await commands[command]?.()) ?? [];
      expect([status, answer]).toMatchObject([1, { code: "keystore.seal", copies }]);
      expect((answer as { copies: unknown[] }).copies).toHaveLength(1);
    },
  );

  it("is answered with every sound keystore where nothing in it says whose it is", async () => {
    const first = await firstLink();
    const { at, path, commands } = await folderOf(first);
    const text = Buffer.from(serializeKeystore(first.keystore)).toString("utf8");
    await writeFile(path, text.slice(0, 300));
    await writeFile(at("sound"), text);
    const copies = [{ path: at("sound"), sameVault: false }];
    expect(await commands.inspect?.()).toMatchObject([1, { code: "keystore.not-json", copies }]);
    expect((await run(["inspect", path])).printed).toContain(
      "Another keystore, which is sound, stands beside it",
    );
  });
});

function hexOf({ wrappingKey }: Link): string {
  return wrappingKey.use((bytes) => Buffer.from(bytes).toString("hex"));
}

function wordsOf({ payload }: Link["shares"][number]): string {
  return toWords(payload).join(" ");
}
