import { z } from "zod";
import type { CommandName, Input, PrintOrder, Stamp } from "./commands";
import { type PreflightItem, preflightItems } from "./preflight";
import type { BagChange, Comparison, ExceptionAbout, NewBag } from "./proceedings";

// Longer than any name or path that is accepted later, so that a person is told which rule was broken.
const typedName = z.string().max(2000);
const path = z.string().max(4096);
const nothing = z.null();
const people = { administrator: typedName, witnesses: z.array(typedName).max(255) };
const accepting = { runtimeAccepted: z.boolean(), rehearsalHeld: z.boolean().nullable() };
const bag: z.ZodType<NewBag> = z.strictObject({ number: typedName, again: typedName });
const bagChange: z.ZodType<BagChange> = z.strictObject({
  opened: typedName.nullable(),
  sealed: bag.nullable(),
});
const comparison: z.ZodType<Comparison> = z.strictObject({ source: typedName, same: z.boolean() });
const about: z.ZodType<ExceptionAbout> = z.enum([
  "roles",
  ...(Object.keys(preflightItems) as PreflightItem[]),
]);
const delivery = z.discriminatedUnion("way", [
  z.strictObject({ way: z.literal("file"), path }),
  z.strictObject({ way: z.literal("sheet") }),
]);
const wordPosition = z.int().min(1).max(31);
const shareIndex = z.strictObject({ index: z.int().min(1).max(255) });
const offer = z.strictObject({ offer: z.int().min(0).max(255) });
const order: z.ZodType<PrintOrder> = z.strictObject({
  printer: z.string().max(255),
  paper: z.enum(["a4", "letter"]),
  reachAccepted: z.boolean(),
});

/** Where a command stands. */
export const stamp: z.ZodType<Stamp> = z.strictObject({
  ceremonyId: z.uuid().nullable(),
  revision: z.int().min(0),
});

/** What each command's input must look like before the ceremony sees it. */
export const inputs: { readonly [N in CommandName]: z.ZodType<Input<N>> } = {
  getView: nothing,
  goHome: nothing,
  pickPath: z.strictObject({
    what: z.enum([
      "open-keystore",
      "open-record",
      "new-keystore",
      "new-wrapping-key",
      "second-copy",
      "custody-report",
      "current-wrapping-key",
    ]),
  }),
  openKeystore: z.strictObject({ path }),
  openRecord: z.strictObject({ path }),
  lookAtWorkstation: nothing,
  compareRecordHead: z.strictObject({ head: typedName }),
  compareRecordKeystore: z.strictObject({ path }),
  removeUnfinished: nothing,
  dismissUnfinished: nothing,
  startGenerate: z.strictObject({ practice: z.boolean() }),
  startCheck: nothing,
  planCheck: z.strictObject({ ...people, sharedRolesAccepted: z.boolean(), ...accepting }),
  startRenewal: z.strictObject({ kind: z.enum(["recover", "rotate", "reshare"]) }),
  planReason: z.strictObject({
    reason: typedName,
    authorisation: typedName,
    opener: z.enum(["quorum", "wrapping-key"]),
    destroyed: z
      .array(z.strictObject({ setId: z.string().max(8), index: z.int().min(1).max(255) }))
      .max(65025),
    idleMinutes: z.int().min(1).max(120),
  }),
  startRecoverDamaged: z.strictObject({ fingerprint: typedName }),
  planFingerprint: z.strictObject({ fingerprint: typedName }),
  confirmNames: z.strictObject({ vaultName: typedName, custodians: z.array(typedName).max(255) }),
  enterShare: nothing,
  shareBagged: bagChange,
  leaveEntry: nothing,
  enterCurrentKey: z.discriminatedUnion("way", [
    z.strictObject({ way: z.literal("file"), path }),
    z.strictObject({ way: z.literal("code"), text: z.string().max(4096) }),
    z.strictObject({ way: z.literal("typed"), text: z.string().max(4096) }),
  ]),
  keepOldKeystore: nothing,
  removeOldKeystore: nothing,
  noteOldSheets: z.strictObject({ destroyed: z.array(z.int().min(1).max(255)).max(255) }),
  checkSheet: shareIndex,
  sheetAbsent: shareIndex,
  leaveSheet: nothing,
  sheetBad: nothing,
  sheetChecked: bagChange,
  endRound: nothing,
  backToRound: nothing,
  saveCustody: z.strictObject({ path }),
  endWords: nothing,
  cancelSearch: nothing,
  revealRepair: offer,
  takeRepair: offer,
  refuseRepairs: nothing,
  planVault: z.strictObject({ vaultName: typedName }),
  planPeople: z.strictObject({
    ...people,
    custodians: z.array(typedName).max(1000),
    sharedRolesAccepted: z.boolean(),
  }),
  planQuorum: z.strictObject({ threshold: z.int(), allNeededAccepted: z.boolean() }),
  planKey: z.strictObject({ bits: z.union([z.literal(192), z.literal(256)]) }),
  planPlaces: z.strictObject({ keystorePath: path, delivery, sharedMediumAccepted: z.boolean() }),
  back: nothing,
  acceptPlan: z.strictObject(accepting),
  startCeremony: nothing,
  firstHashWritten: nothing,
  compareClock: comparison,
  compareAppHash: comparison.nullable(),
  lookAgain: nothing,
  passPreflight: nothing,
  choosePage: nothing,
  printPage: order,
  leavePage: nothing,
  askException: z.strictObject({ about: about.nullable() }),
  recordException: z.strictObject({
    about: about.nullable(),
    expected: typedName,
    happened: typedName,
    decided: typedName,
    decidedBy: typedName,
    witnessedBy: typedName,
  }),
  retryRecord: nothing,
  endWithoutRecord: nothing,
  chooseSigner: z.strictObject({ name: typedName }),
  signOff: z.strictObject({ disagreement: typedName.nullable() }),
  leaveSigning: nothing,
  sealRecord: nothing,
  toRecord: nothing,
  headWritten: nothing,
  printProof: order,
  enterProof: z.strictObject({ text: z.string().max(4096) }),
  proveAgain: nothing,
  skipProof: nothing,
  begin: nothing,
  findPrinters: nothing,
  stopPrinting: nothing,
  chooseShare: shareIndex,
  custodianReady: nothing,
  printShare: order,
  printBlank: order,
  answerPrinted: z.strictObject({ cameOut: z.boolean() }),
  copyByHand: nothing,
  revealWords: z.strictObject({ group: z.int().min(0).max(7) }),
  copiedByHand: nothing,
  enterWords: z.strictObject({ position: wordPosition, text: z.string().max(4096) }),
  forgetWord: z.strictObject({ position: wordPosition }),
  forgetWords: nothing,
  reprint: nothing,
  declareSpoiled: nothing,
  answerSpoiled: z.strictObject({ seenByOthers: z.boolean() }),
  shareHandled: z.strictObject({ bag: bag.nullable() }),
  leaveShare: nothing,
  deliver: z.strictObject({ delivery, order: order.nullable() }),
  answerKeyPrinted: z.strictObject({ cameOut: z.boolean() }),
  enterWrappingKey: z.strictObject({ text: z.string().max(4096) }),
  keyBagged: z.strictObject({ bag: bag.nullable() }),
  writeKeystore: z.strictObject({ path }),
  copyKeystore: z.strictObject({ path }),
  skipSecondCopy: nothing,
  askAbort: nothing,
  keepGoing: nothing,
  leaveUnsigned: nothing,
  abort: nothing,
};
