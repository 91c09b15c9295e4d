import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Sheet } from "../../../electron/contract/sheets";
import { SecretBytes } from "../../../electron/crypto/secret-bytes";
import { bagged, openRecord } from "./held-frame";
import { generation, stepOf, takeRecordAway } from "./held-generation";
import { recordIn, recordsIn } from "./held-record";
import { acceptAndOpen, type HeldRoom, holdRoom, people } from "./held-room";
import { watchSecrets } from "./held-secrets";
import { makeVaultFile } from "./held-vault";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What nobody may find: texts of shares and keys, in the forms in which they are typed and scanned. */
function formsOf(sheets: readonly Sheet[], keys: readonly string[]): readonly string[] {
  const words = sheets.flatMap((sheet) => (sheet.kind === "share" ? [sheet.words] : []));
  // Four in a row: a view never has even those.
  const runs = words.flatMap((all) => all.slice(0, -3).map((_, at) => all.slice(at, at + 4)));
  const codes = sheets.flatMap((sheet) =>
    sheet.kind === "share" || sheet.kind === "wrapping-key" ? [sheet.qr] : [],
  );
  return [
    ...runs.flatMap((run) => [run.join(" "), run.join('","'), run.join(", ")]),
    ...codes.flatMap((code) => [code, code.slice(5, 30)]),
    ...keys.flatMap((key) => [key, key.match(/.{4}/g)?.join(" ") ?? key]),
    "KC1:",
    "KCW1:",
  ];
}

async function recordsOf(folder: string): Promise<string> {
  const texts = (await recordsIn(folder)).map((name) => readFile(join(folder, name), "utf8"));
  return (await Promise.all(texts)).join("");
}

/** Something that the room knows and that strays into what people say for the record. */
function strayed({ printed }: HeldRoom, keys: readonly string[], which: number): string {
  const sheet = printed.filter(({ kind }) => kind === "share" || kind === "wrapping-key").at(-1);
  const texts = [
    ...(sheet?.kind === "share"
      ? [sheet.words.join(" "), sheet.words.slice(9, 17).join(", "), sheet.qr]
      : []),
    ...(sheet?.kind === "wrapping-key"
      ? [sheet.qr, sheet.lines.flatMap(({ groups }) => groups).join(" ")]
      : []),
    ...keys,
  ];
  return texts[which % Math.max(1, texts.length)] ?? "kc1:aaaa";
}

interface Run {
  readonly held: HeldRoom;
  readonly keys: readonly string[];
  readonly answers: unknown[];
  putBack: () => Promise<void>;
}

/** What happens besides the deeds that lead forward. */
const besides = {
  "a secret is said as an exception": async ({ held, keys, answers }: Run, which: number) => {
    const asked = await held.send("askException", { about: null });
    if (!asked.ok) return;
    const [witnessedBy = ""] = people.witnesses;
    const told = { about: null, expected: "E", decided: "D", decidedBy: people.administrator, witnessedBy };
    const answer = await held.send("recordException", {
      ...told,
      happened: `It says ${strayed(held, keys, which)}`,
    });
    answers.push(answer);
    expect(answer).toMatchObject({ ok: false, error: { code: "text.secret" } });
    await held.must("keepGoing", null);
  },
  "an exception is recorded": async ({ held }: Run) => {
    const asked = await held.send("askException", { about: null });
    if (!asked.ok) return;
    const [witnessedBy = ""] = people.witnesses;
    const told = { about: null, expected: "E", happened: "H", decided: "D" };
    await held.send("recordException", { ...told, decidedBy: people.administrator, witnessedBy });
    await held.send("keepGoing", null);
  },
  "a secret is typed where something else belongs": async ({ held, keys, answers }: Run, which: number) => {
    const text = strayed(held, keys, which);
    answers.push(
      await held.send("compareClock", { source: text, same: true }),
      await held.send("shareHandled", { bag: bagged(text) }),
      await held.send("keyBagged", { bag: bagged(text) }),
      await held.send("signOff", { disagreement: text }),
      await held.send("chooseSigner", { name: text }),
      await held.send("enterProof", { text }),
      await held.send("enterWrappingKey", { text }),
    );
  },
  "somebody else's words are read back": async ({ held, keys, answers }: Run, which: number) => {
    answers.push(await held.send("enterWords", { position: 1, text: strayed(held, keys, which) }));
  },
  "a sheet is spoiled": async ({ held }: Run) => {
    await held.send("declareSpoiled", null);
    await held.send("answerSpoiled", { seenByOthers: false });
  },
  "a share is copied by hand": async ({ held }: Run) => {
    await held.send("copyByHand", null);
    await held.send("copiedByHand", null);
  },
  "the record is taken away": async (run: Run) => {
    await run.putBack();
    run.putBack = await takeRecordAway(run.held.folder);
  },
  "the record is put back": async (run: Run) => {
    await run.putBack();
    await run.held.send("retryRecord", null);
  },
  "a deed is tried out of order": async ({ held, answers }: Run, which: number) => {
    const deed = generation[which % generation.length];
    if (deed === undefined) return;
    const input = () => deed.input(held) as never;
    // Where nothing was printed yet there is nothing to read.
    const typed = await Promise.resolve()
      .then(input)
      .catch(() => undefined);
    if (typed !== undefined) answers.push(await held.send(deed.name, typed));
  },
  "the ceremony is aborted": async ({ held }: Run, which: number) => {
    await held.send("askAbort", null);
    await held.send(which % 4 === 0 ? "abort" : "keepGoing", null);
  },
} as const;

const names = Object.keys(besides) as (keyof typeof besides)[];

describe("whatever happens in a generation, in any order", () => {
  it("no view, answer or record holds a share or a key, everything is wiped at the end, and the record is sound", async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(generation.length), fc.constantFrom(...names), fc.nat(60)), {
          maxLength: 14,
        }),
        async (happenings) => {
          const secrets = watchSecrets();
          const keys: string[] = [];
          const held = await holdRoom({
            random: (length) => {
              const secret = SecretBytes.random(length);
              if (length === 32) keys.push(secret.use((bytes) => Buffer.from(bytes).toString("hex")));
              return secret;
            },
          });
          const run: Run = { held, keys, answers: [], putBack: async () => undefined };
          await held.must("startGenerate", { practice: false });
          for (const [at, deed] of generation.entries()) {
            for (const [, what, which] of happenings.filter(([when]) => when === at))
              await besides[what](run, which);
            const input = await Promise.resolve()
              .then(() => deed.input(held) as never)
              .catch(() => undefined);
            if (input !== undefined) run.answers.push(await held.send(deed.name, input));
            reached.add(stepOf(held));
          }
          await run.putBack();
          await held.room.leave();
          expect(secrets.alive()).toEqual([]);
          vi.restoreAllMocks();
          const said = `${JSON.stringify(held.views)}${JSON.stringify(run.answers)}${await recordsOf(held.folder)}`;
          expect(formsOf(held.printed, keys).filter((form) => said.includes(form))).toEqual([]);
          if ((await recordsIn(held.folder)).length === 0) return;
          const { events } = await recordIn(held.folder);
          const isWritten = existsSync(join(held.folder, "keystore.json"));
          expect(events.includes("keystore.written")).toBe(isWritten);
          if (isWritten) expect(events.filter((event) => event === "share.verified")).toHaveLength(3);
        },
      ),
      { numRuns: 50 },
    );
    for (const step of ["halted", "aborted", "sealed", "done"]) expect(reached).toContain(step);
  });
});

describe("whatever a quorum brings", () => {
  it("is in no view and no record, of a renewal or of a round of checks", async () => {
    const held = await holdRoom();
    const vault = await makeVaultFile(held.folder);
    const typed = [
      ...vault.sheets.map(({ words }) => words.join(" ")),
      ...vault.sheets.map(({ qr }) => qr),
      vault.sheets[0]?.words.map((word, at) => (at === 5 ? "?" : word)).join(" ") ?? "",
      vault.wrappingKey,
    ];
    await held.must("openKeystore", { path: vault.path });
    await held.must("startCheck", null);
    const { administrator, witnesses } = people;
    const plan = { administrator, witnesses, sharedRolesAccepted: false, runtimeAccepted: false };
    await held.must("planCheck", { ...plan, rehearsalHeld: false });
    await openRecord(held);
    for (const index of [1, 2, 3]) {
      for (const text of typed) {
        await held.send("checkSheet", { index });
        await held.send("enterWords", { position: 1, text });
        await held.send("sheetChecked", { opened: text, sealed: bagged(text) });
        await held.send("sheetChecked", { opened: null, sealed: null });
      }
    }
    expect(stepOf(held)).toBe("enter-share");
    await held.must("askAbort", null);
    await held.must("abort", null);
    await held.must("goHome", null);
    await held.must("openKeystore", { path: vault.path });
    await held.must("startRenewal", { kind: "rotate" });
    const why = { reason: "It is due", authorisation: "The board", destroyed: [], idleMinutes: 15 };
    for (const text of typed.filter((text) => !text.includes("?"))) {
      const answer = await held.send("planReason", { ...why, reason: text, opener: "quorum" });
      expect(answer).toMatchObject({ ok: false, error: { code: "text.secret" } });
    }
    await held.must("planReason", { ...why, opener: "quorum" });
    await held.must("planPeople", { ...people, custodians: [] });
    await held.must("planKey", { bits: 256 });
    const delivery = { way: "file", path: join(held.folder, "new-key.txt") } as const;
    await held.must("planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true });
    await acceptAndOpen(held);
    for (const text of typed) {
      await held.send("enterShare", null);
      await held.send("enterWords", { position: 1, text });
      await held.send("shareBagged", { opened: text, sealed: bagged(text) });
      await held.send("shareBagged", { opened: null, sealed: null });
    }
    await held.must("deliver", { delivery, order: null });
    held.at("second-copy");
    await held.room.leave();
    const sheets = vault.sheets.map(({ words, qr }) => ({ kind: "share", words, qr }) as Sheet);
    const keys = [vault.wrappingKey, await readFile(delivery.path, "ascii")];
    const said = `${JSON.stringify(held.views)}${await recordsOf(held.folder)}`;
    expect(said.length).toBeGreaterThan(10_000);
    expect(formsOf(sheets, keys).filter((form) => said.includes(form))).toEqual([]);
  });
});
