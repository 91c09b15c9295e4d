import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import type { CommandName, Input } from "../../electron/contract/commands";
import { fail, ok } from "../../electron/contract/result";
import type { AppView } from "../../electron/contract/views";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import { openWithWrappingKey } from "../../electron/keystore/open";
import { searchHere } from "../../electron/share/repair/search-here";
import { keystoreAt } from "../unit/ceremony/held-damaged";
import { type HeldRoom, holdRoom, ordered, people } from "../unit/ceremony/held-room";
import { type HeldVault, makeVaultFile } from "../unit/ceremony/held-vault";

/** Every SecretBytes that was made since the ceremony began, and what was in it, as text. */
let made: { readonly secret: SecretBytes; readonly texts: readonly string[] }[] = [];

afterEach(() => {
  vi.restoreAllMocks();
});

function watchSecrets(): void {
  vi.restoreAllMocks();
  made = [];
  const { random, copyOf } = SecretBytes;
  const keep = (secret: SecretBytes) => {
    const bytes = secret.use((own) => Buffer.from(own));
    // A set's id is public, and stands in views.
    const texts = bytes.length < 24 ? [] : [bytes.toString("hex"), bytes.toString("base64url")];
    made.push({ secret, texts });
    return secret;
  };
  // `take` makes its copy with `copyOf`; there is no fourth way.
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => keep(random.call(SecretBytes, length)));
  vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => keep(copyOf.call(SecretBytes, bytes)));
}

/** A vault of two of three, a stranger's, and the room in which the first is renewed. */
interface Scene {
  readonly held: HeldRoom;
  readonly vault: HeldVault;
  readonly stranger: HeldVault;
  /** Whether the next page comes out of the printer. */
  prints: boolean;
}

async function setTheScene(): Promise<Scene> {
  let scene: Scene | null = null;
  const held = await holdRoom({
    searchShare: async (entered, known) => searchHere(entered, known),
    printing: {
      list: async () => ({
        found: [{ id: "paper", name: "Paper", kind: "queue", reach: "local" }],
        silent: false,
      }),
      print: async (sheet) => {
        if (scene?.prints !== true) {
          return fail({ code: "print.not-finished", job: "paper-1", cancelled: true });
        }
        held.printed.push(sheet);
        return ok({ job: "gone", files: "not-kept" });
      },
      toPdf: async () => fail({ code: "print.failed", reason: "there is none" }),
    },
  });
  const vault = await makeVaultFile(held.folder);
  const stranger = await makeVaultFile((await holdRoom()).folder);
  scene = { held, vault, stranger, prints: true };
  return scene;
}

/** A command that a screen could give. */
type Deed = readonly [name: CommandName, input: unknown];

const keyFile = ({ held }: Scene) => join(held.folder, "new-key.txt");

const well = (luck: number) => luck > 20;

/** Something that the administrator decided and a witness saw. */
function exceptionBy({ page }: AppView): Deed {
  const [decidedBy, witnessedBy] =
    "plan" in page ? [page.plan.administrator, page.plan.witnesses[0] ?? ""] : ["", ""];
  return [
    "recordException",
    { about: null, expected: "Silence", happened: "A bell", decided: "We go on", decidedBy, witnessedBy },
  ];
}

/** What leads on from a page. `luck`, 0 to 99, is how well people do it. */
function forward(scene: Scene, { page }: AppView, luck: number): Deed {
  const { held, vault, stranger } = scene;
  if (page.at !== "ceremony") return ["getView", null];
  const sheet = (from: HeldVault) => from.sheets[luck % 3] ?? from.sheets[0];
  switch (page.step) {
    case "reason": {
      const opener = luck % 2 === 0 ? "quorum" : "wrapping-key";
      return ["planReason", { reason: "R", authorisation: "A", opener, destroyed: [], idleMinutes: 15 }];
    }
    case "people":
      return ["planPeople", { ...people, custodians: ["Dalia", "Dmitri", "Dora"] }];
    case "quorum":
      return ["planQuorum", { threshold: 2, allNeededAccepted: false }];
    case "key":
      return ["planKey", { bits: luck % 3 === 0 ? 192 : 256 }];
    case "places": {
      const delivery = luck % 3 === 0 ? { way: "sheet" } : { way: "file", path: keyFile(scene) };
      return ["planPlaces", { keystorePath: "", delivery, sharedMediumAccepted: true }];
    }
    case "review":
      return ["acceptPlan", { runtimeAccepted: false, rehearsalHeld: well(luck) }];
    case "script":
      return ["startCeremony", null];
    case "opened":
      return ["firstHashWritten", null];
    case "clock":
      return ["compareClock", { source: "A clock", same: true }];
    case "app-hash":
      return ["compareAppHash", well(luck) ? { source: "Paper", same: true } : null];
    case "preflight":
      return ["passPreflight", null];
    case "bag":
      return ["shareBagged", { opened: well(luck) ? `Old ${luck}` : null, sealed: null }];
    case "key-bag":
      return ["keyBagged", { bag: well(luck) ? { number: "K", again: "k" } : null }];
    case "sign-off": {
      const next = page.signers.find(({ said }) => said === "open");
      return next === undefined ? ["sealRecord", null] : ["chooseSigner", { name: next.name }];
    }
    case "signing":
      return ["signOff", { disagreement: well(luck) ? null : "It was another room" }];
    case "sealed":
      return page.last ? ["getView", null] : ["headWritten", null];
    case "aborted":
      return ["toRecord", null];
    case "proof":
      return ["skipProof", null];
    case "gather":
      return ["enterShare", null];
    case "enter-share": {
      const { words = [], qr = "" } = sheet(luck < 5 ? stranger : vault) ?? {};
      const entered = well(luck) ? words : words.map((word, at) => (at === 9 ? "?" : word));
      return ["enterWords", { position: 1, text: luck % 4 === 1 ? qr : entered.join(" ") }];
    }
    case "repairs":
      return ["takeRepair", { offer: 0 }];
    case "current-key":
      return [
        "enterCurrentKey",
        { way: "typed", text: well(luck) ? vault.wrappingKey : stranger.wrappingKey },
      ];
    case "distribute":
      return ["chooseShare", { index: page.shares.find(({ verified }) => !verified)?.index ?? 1 }];
    case "hand-over":
      return ["custodianReady", null];
    case "sheet":
      scene.prints = well(luck);
      return ["printShare", ordered("paper")];
    case "printed":
      return ["answerPrinted", { cameOut: well(luck) }];
    case "read-back": {
      const paper = held.printed.at(-1);
      const words = paper?.kind === "share" ? paper.words : [];
      return ["enterWords", { position: 1, text: (well(luck) ? words : [...words].reverse()).join(" ") }];
    }
    case "copy":
      return luck % 2 === 0 ? ["revealWords", { group: luck % 8 }] : ["copiedByHand", null];
    case "spoiled":
      return ["answerSpoiled", { seenByOthers: luck === 0 }];
    case "verified":
      return ["shareHandled", { bag: luck % 2 === 0 ? null : { number: `${luck}`, again: `${luck}` } }];
    case "deliver":
      scene.prints = well(luck);
      return ["deliver", { delivery: page.delivery, order: ordered("paper") }];
    case "key-printed":
      return ["answerKeyPrinted", { cameOut: well(luck) }];
    case "key-read-back": {
      const paper = held.printed.at(-1);
      const lines = paper?.kind === "wrapping-key" ? paper.lines : [];
      const text = lines.map(({ groups, check }) => [...groups, check].join("")).join("\n");
      return ["enterWrappingKey", { text: well(luck) ? text : "5e" }];
    }
    case "second-copy":
      return ["skipSecondCopy", null];
    case "old-keystore":
      return luck % 2 === 0 ? ["keepOldKeystore", null] : ["removeOldKeystore", null];
    case "old-sheets":
      return ["noteOldSheets", { destroyed: well(luck) ? [1, 3] : [200] }];
    default:
      return ["getView", null];
  }
}

const aside: readonly Deed[] = [
  ["back", null],
  ["leaveEntry", null],
  ["enterWords", { position: 3, text: "abandon ability" }],
  ["forgetWords", null],
  ["endWords", null],
  ["refuseRepairs", null],
  ["copyByHand", null],
  ["declareSpoiled", null],
  ["reprint", null],
  ["leaveShare", null],
  ["findPrinters", null],
  ["deliver", { delivery: { way: "sheet" }, order: ordered("paper") }],
  ["keepGoing", null],
  ["askAbort", null],
  ["askException", { about: null }],
  ["choosePage", null],
  ["leavePage", null],
];

const happening = fc.record({
  aside: fc.option(fc.constantFrom<Deed>(...aside), { freq: 4 }),
  luck: fc.integer({ min: 0, max: 99 }),
  // The next one does not wait for this one's answer.
  hurried: fc.boolean(),
});
// Short ones are left in the middle; long ones may come to the end.
const walks = fc.oneof(
  fc.array(happening, { minLength: 12, maxLength: 40 }),
  fc.array(happening, { minLength: 60, maxLength: 90 }),
);

/** Three words of a share that follow each other, its code, or a key: what no view may hold. */
function secretTexts({ held, vault, stranger }: Scene): readonly string[] {
  const sheets = [...vault.sheets, ...stranger.sheets, ...held.printed.filter((one) => one.kind === "share")];
  const ofSheets = sheets.flatMap(({ words, qr }) => [
    qr.slice(12, 40),
    ...threes(words).flatMap((three) => [three.join(" "), three.map((word) => `"${word}"`).join(",")]),
  ]);
  return [...ofSheets, vault.wrappingKey, ...made.flatMap(({ texts }) => texts)];
}

/** Every three words that follow each other, behind those of the set. Two would be found in sentences, by chance. */
function threes(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(6).map((_, at) => words.slice(at + 4, at + 7));
}

/** A keystore is replaced only when its new key came back from where it was delivered, or every new sheet was read back. */
async function expectProven(scene: Scene, before: string): Promise<void> {
  const { held, vault } = scene;
  if ((await readFile(vault.path, "utf8")) === before) return;
  const { page } = held.view();
  if (page.at !== "ceremony" || !("plan" in page)) throw new Error(`Written at ${JSON.stringify(page)}`);
  const { plan } = page;
  const keystore = await keystoreAt(vault.path);
  expect(keystore.generation).toBe(2);
  if (plan.renews?.kind === "reshare") {
    if ("shares" in page) expect(page.shares.every(({ verified }) => verified)).toBe(true);
    else expect(["sign-off", "signing", "sealed", "record-page", "record-printing"]).toContain(page.step);
    expect(opens(keystore, vault.wrappingKey)).toBe(true);
    return;
  }
  const paper = held.printed.at(-1);
  const onPaper =
    paper?.kind === "wrapping-key" ? paper.lines.map(({ groups }) => groups.join("")).join("") : "";
  const key = plan.delivery.way === "file" ? await readFile(plan.delivery.path, "utf8") : onPaper;
  expect([opens(keystore, key), opens(keystore, vault.wrappingKey)]).toEqual([true, false]);
}

function opens(keystore: Awaited<ReturnType<typeof keystoreAt>>, key: string): boolean {
  const secret = SecretBytes.copyOf(Buffer.from(key, "hex"));
  const masterKey = openWithWrappingKey(keystore, secret);
  secret.wipe();
  if (masterKey.ok) masterKey.value.wipe();
  return masterKey.ok;
}

it("whatever people do in a renewal, nothing unproven is written, no view holds a secret, and all are wiped", async () => {
  const ends = new Map<string, number>();
  const kinds = fc.constantFrom("recover" as const, "rotate" as const, "reshare" as const);
  await fc.assert(
    fc.asyncProperty(kinds, walks, async (kind, walk) => {
      const scene = await setTheScene();
      const { held, vault } = scene;
      const before = await readFile(vault.path, "utf8");
      watchSecrets();
      const answers: string[] = [];
      const give = async ([name, input]: Deed) => {
        const answer = await held.send(name, input as Input<CommandName>);
        if (!["revealWords", "revealRepair"].includes(name)) answers.push(JSON.stringify(answer));
      };
      await give(["openKeystore", { path: vault.path }]);
      await give(["startRenewal", { kind }]);
      for (const { aside, luck, hurried } of walk) {
        const given = [give(forward(scene, held.view(), luck))];
        if (aside !== null && hurried) given.push(give(aside));
        await Promise.all(given);
        if (aside !== null && !hurried) await give(aside);
        if (held.view().asking?.what === "exception" && well(luck)) await give(exceptionBy(held.view()));
        if (held.view().asking !== null) await give([luck < 5 ? "abort" : "keepGoing", null]);
        await expectProven(scene, before);
      }
      const { page } = held.view();
      const end = "step" in page ? page.step : page.at;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      await held.room.leave();
      await expectProven(scene, before);

      expect(made.filter(({ secret }) => !secret.wiped)).toEqual([]);
      const records = (await readdir(held.folder)).filter((name) => name.endsWith(".record.jsonl"));
      const recorded = await Promise.all(records.map((name) => readFile(join(held.folder, name), "utf8")));
      const told = [...answers, ...held.views.map((view) => JSON.stringify(view)), ...recorded].join("\n");
      expect(secretTexts(scene).filter((text) => told.includes(text))).toEqual([]);
    }),
    { numRuns: 20, endOnFailure: true },
  );
  // Walks of every length: some came to the end, and most were left in the middle.
  expect(ends.get("done") ?? 0).toBeGreaterThan(0);
  expect(ends.size).toBeGreaterThan(3);
});
