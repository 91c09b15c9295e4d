import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { CommandName, Input } from "../../../electron/contract/commands";
import { commandNames } from "../../../electron/contract/commands";
import { inputs } from "../../../electron/contract/schemas";
import { textOf, vault } from "../keystore/vectors";
import { holdRoom } from "./held-room";

/** Every command that takes a path, by an input whose only path is `path`. */
const taking = {
  openKeystore: (path) => ({ path }),
  openRecord: (path) => ({ path }),
  compareRecordKeystore: (path) => ({ path }),
  enterCurrentKey: (path) => ({ way: "file", path }),
  saveCustody: (path) => ({ path }),
  planPlaces: (path) => ({ keystorePath: path, delivery: { way: "sheet" }, sharedMediumAccepted: false }),
  deliver: (path) => ({ delivery: { way: "file", path }, order: null }),
  writeKeystore: (path) => ({ path }),
  copyKeystore: (path) => ({ path }),
} satisfies { [N in CommandName]?: (path: string) => Input<N> };
type Taking = keyof typeof taking;
const names = Object.keys(taking) as readonly Taking[];

describe("a path in any command", () => {
  it("is tried here for every command that takes one", () => {
    // An input that is nothing but a path in each member says by its complaints whether it has a path.
    const withPath = commandNames.filter((name) => {
      const tried = inputs[name].safeParse({
        path: 1,
        keystorePath: 1,
        delivery: { way: "file", path: 1 },
        way: "file",
      });
      return (
        tried.error?.issues.some(({ path }) => /^(path|keystorePath)$/.test(String(path.at(-1)))) ?? false
      );
    });
    expect([...withPath].sort()).toEqual([...names].sort());
  });

  it.each(names)(
    "is refused by %s where it does not say where it begins, and nothing is done",
    async (name) => {
      const held = await holdRoom();
      const before = held.view();
      for (const path of ["report.txt", "./keystore.json", "~/keystore.json", " "]) {
        const error = { code: "file.not-absolute", path };
        expect(await held.send(name, taking[name](path) as never)).toEqual({ ok: false, error });
      }
      expect(held.view()).toBe(before);
    },
  );

  it("is refused without being said again where a secret was scanned into it", async () => {
    const held = await holdRoom();
    for (const secret of [
      vault(0).wrappingKey,
      vault(0).shares[0]?.qr ?? "",
      vault(0).shares[0]?.words ?? "",
    ]) {
      const refused = (member: string) => ({ ok: false, error: { code: "text.secret", member } });
      expect(await held.send("openKeystore", { path: secret })).toEqual(refused("path"));
      const deliver = { delivery: { way: "file", path: secret }, order: null } as const;
      expect(await held.send("deliver", deliver)).toEqual(refused("delivery.path"));
    }
  });

  it("opens a keystore through white space, quotation marks and an address", async () => {
    const held = await holdRoom();
    const folder = join(held.folder, "My Stick");
    await mkdir(folder);
    const path = join(folder, "keystore.json");
    await writeFile(path, textOf(vault(0)));
    for (const typed of [`${path} `, `\t${path}\n`, `'${path}'`, pathToFileURL(path).href]) {
      const { page } = await held.must("openKeystore", { path: typed });
      expect(page).toMatchObject({ at: "keystore", facts: { path } });
    }
  });

  it("plans the files that were meant, and nothing of what stood around their paths", async () => {
    const held = await holdRoom();
    await held.must("startGenerate", { practice: true });
    await held.must("planVault", { vaultName: "Payments EU" });
    const custodians = ["Carla", "Chen", "Cosima"];
    const people = { administrator: "Ada", witnesses: ["Wim"], custodians, sharedRolesAccepted: false };
    await held.must("planPeople", people);
    await held.must("planQuorum", { threshold: 2, allNeededAccepted: false });
    await held.must("planKey", { bits: 256 });
    const [keystore, key] = [join(held.folder, "keystore.json"), join(held.folder, "key.txt")];
    const delivery = { way: "file", path: ` "${key}"\n` } as const;
    await held.must("planPlaces", { keystorePath: `${keystore} `, delivery, sharedMediumAccepted: true });
    expect(held.at("review").plan).toMatchObject({
      keystorePath: keystore,
      delivery: { way: "file", path: key },
    });
    expect(await readdir(held.folder)).toEqual([]);
  });

  it("comes from the dialog as it can be typed", async () => {
    const held = await holdRoom({ pickPath: async () => "/media/a/name " });
    expect(await held.must("pickPath", { what: "open-keystore" })).toBe('"/media/a/name "');
  });
});
