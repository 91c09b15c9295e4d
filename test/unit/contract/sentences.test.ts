import { describe, expect, it } from "vitest";
import type { ErrorCode, Failure } from "../../../electron/contract/errors";
import { sentence } from "../../../electron/contract/sentences";

const path = "/media/stick/keystore.json";

/** One failure of every code; a new code does not compile without its own. */
const samples: { readonly [C in ErrorCode]: Extract<Failure, { code: C }> } = {
  "share.empty": { code: "share.empty" },
  "share.word-count": { code: "share.word-count", count: 30 },
  "share.unknown-words": { code: "share.unknown-words", positions: [3, 9] },
  "share.unreadable-words": { code: "share.unreadable-words", positions: [4] },
  "share.one-wrong-word": { code: "share.one-wrong-word", positions: [17] },
  "share.swapped-words": { code: "share.swapped-words", positions: [4] },
  "share.only-probable": { code: "share.only-probable" },
  "share.checksum": { code: "share.checksum" },
  "share.qr-text": { code: "share.qr-text" },
  "share.several-codes": { code: "share.several-codes" },
  "share.other-code": { code: "share.other-code", of: "wrapping-key" },
  "share.keyboard-layout": { code: "share.keyboard-layout" },
  "share.numbering": { code: "share.numbering" },
  "share.padding": { code: "share.padding" },
  "share.newer-version": { code: "share.newer-version", version: 2 },
  "share.first-words": { code: "share.first-words", positions: [1, 2, 3, 4] },
  "share.zero-x": { code: "share.zero-x" },
  "share.bad-threshold": { code: "share.bad-threshold", threshold: 1 },
  "share.practice-in-production": { code: "share.practice-in-production" },
  "share.production-in-practice": { code: "share.production-in-practice" },
  "share.other-set": { code: "share.other-set", setId: "ef447f49", expected: "665be45d" },
  "share.retired-set": { code: "share.retired-set", setId: "ef447f49", custodian: null },
  "share.other-threshold": { code: "share.other-threshold", threshold: 2, expected: 3 },
  "share.disagrees-with-file": { code: "share.disagrees-with-file" },
  "share.same-number": { code: "share.same-number", x: 7 },
  "share.repeated": { code: "share.repeated", index: 1, custodian: "Ada" },
  "share.solved": { code: "share.solved", positions: [9], solutions: 1 },
  "share.probable": { code: "share.probable", positions: [4, 9], solutions: 2 },
  "share.missing-place": { code: "share.missing-place", positions: [4, 9] },
  "share.too-damaged": { code: "share.too-damaged", keystore: false },
  "share.not-repaired": { code: "share.not-repaired", keystore: true },
  "share.search-cancelled": { code: "share.search-cancelled" },
  "share.too-few": { code: "share.too-few", given: 2, needed: 3 },
  "share.does-not-open": { code: "share.does-not-open" },
  "keystore.too-large": { code: "keystore.too-large", limit: 4 * 1024 * 1024 },
  "keystore.outgrown": { code: "keystore.outgrown", limit: 4 * 1024 * 1024 },
  "keystore.not-utf8": { code: "keystore.not-utf8" },
  "keystore.byte-order-mark": { code: "keystore.byte-order-mark" },
  "keystore.not-json": { code: "keystore.not-json" },
  "keystore.utf-16": { code: "keystore.utf-16" },
  "keystore.not-canonical": {
    code: "keystore.not-canonical",
    line: 8,
    found: { kind: "escape", written: "\\u00e9" },
    sealed: true,
  },
  "keystore.other-format": { code: "keystore.other-format" },
  "keystore.newer-version": { code: "keystore.newer-version", version: 2 },
  "keystore.unknown-member": { code: "keystore.unknown-member", member: "note" },
  "keystore.missing-member": { code: "keystore.missing-member", member: "seal" },
  "keystore.bad-member": { code: "keystore.bad-member", member: "shareSet.shares[2].index" },
  "keystore.seal": { code: "keystore.seal" },
  "keystore.altered": { code: "keystore.altered", member: "masterKey.kid" },
  "keystore.practice-in-production": { code: "keystore.practice-in-production" },
  "keystore.production-in-practice": { code: "keystore.production-in-practice" },
  "keystore.changed-meanwhile": { code: "keystore.changed-meanwhile" },
  "keystore.superseded": { code: "keystore.superseded", generation: 1, newer: 2, path },
  "keystore.sound-copy": { code: "keystore.sound-copy", generation: 3, path: "/v/vault.generation-3.json" },
  "keystore.no-recovery-key": { code: "keystore.no-recovery-key" },
  "keystore.other-fingerprint": {
    code: "keystore.other-fingerprint",
    fingerprint: "0123456789abcdef".repeat(2),
  },
  "record.empty": { code: "record.empty" },
  "record.too-large": { code: "record.too-large", line: 3, limit: 64 * 1024 * 1024 },
  "record.line-too-long": { code: "record.line-too-long", line: 3, limit: 1024 * 1024 },
  "record.byte-order-mark": { code: "record.byte-order-mark" },
  "record.not-utf8": { code: "record.not-utf8", line: 3 },
  "record.line-ending": { code: "record.line-ending", line: 3 },
  "record.cut-off": { code: "record.cut-off", line: 3 },
  "record.newer-version": { code: "record.newer-version", version: 2 },
  "record.not-json": { code: "record.not-json", line: 3 },
  "record.not-canonical": { code: "record.not-canonical", line: 3 },
  "record.bad-member": { code: "record.bad-member", line: 3, member: "seq" },
  "record.chain": { code: "record.chain", line: 3 },
  "record.after-seal": { code: "record.after-seal", line: 5 },
  "record.seal": { code: "record.seal", line: 4 },
  "record.unsealed": { code: "record.unsealed", line: 4 },
  "record.bad-head": { code: "record.bad-head", length: 63, odd: null },
  "record.first-hash": { code: "record.first-hash" },
  "record.other-head": { code: "record.other-head" },
  "record.other-vault": { code: "record.other-vault", fingerprint: "0123456789abcdef".repeat(2) },
  "record.not-in-keystore": { code: "record.not-in-keystore" },
  "record.keystore-differs": { code: "record.keystore-differs", member: "kind" },
  "wrapping-key.length": { code: "wrapping-key.length", length: 63, expected: 64 },
  "wrapping-key.not-hex": { code: "wrapping-key.not-hex", odd: { character: "g", place: 12 } },
  "wrapping-key.keyboard-layout": { code: "wrapping-key.keyboard-layout" },
  "wrapping-key.not-code": { code: "wrapping-key.not-code" },
  "wrapping-key.line-check": { code: "wrapping-key.line-check", line: 2 },
  "wrapping-key.does-not-open": { code: "wrapping-key.does-not-open" },
  "file.missing": { code: "file.missing", path },
  "file.folder-missing": { code: "file.folder-missing", path },
  "file.not-absolute": { code: "file.not-absolute", path },
  "file.path-characters": { code: "file.path-characters", path: "/media/a\n/media/b" },
  "file.address": { code: "file.address", path: "smb://office/keystore.json" },
  "file.is-folder": { code: "file.is-folder", path },
  "file.not-a-file": { code: "file.not-a-file", path },
  "file.exists": { code: "file.exists", path },
  "file.denied": { code: "file.denied", path },
  "file.read-only": { code: "file.read-only", path },
  "file.disk-full": { code: "file.disk-full", path },
  "file.name-too-long": { code: "file.name-too-long", path },
  "file.name-refused": { code: "file.name-refused", path: "/media/a/key 12:30.txt", characters: [":"] },
  "file.same-name": { code: "file.same-name", path },
  "file.too-large": { code: "file.too-large", path, limit: 4096 },
  "file.locked": { code: "file.locked", path, host: "vault-1", pid: 7 },
  "file.lock-left": {
    code: "file.lock-left",
    path: `${path}.lock`,
    because: { code: "keystore.not-json" },
  },
  "file.other-medium": { code: "file.other-medium", path },
  "file.same-medium": { code: "file.same-medium", path },
  "file.not-as-written": { code: "file.not-as-written", path },
  "file.backup-differs": { code: "file.backup-differs", path },
  "file.not-put-back": { code: "file.not-put-back", path, keptAs: "/media/stick/keystore.generation-1.json" },
  "file.set-aside": { code: "file.set-aside", path, keptAs: "/media/stick/keystore.changed-0a1b2c3d.json" },
  "file.failed": { code: "file.failed", path, reason: "EIO" },
  "plan.vault-name": { code: "plan.vault-name" },
  "plan.name-empty": { code: "plan.name-empty", role: "witness", position: 1 },
  "plan.name-too-long": { code: "plan.name-too-long", role: "administrator", position: 0, limit: 120 },
  "plan.name-characters": { code: "plan.name-characters", role: "custodian", position: 0 },
  "plan.same-person": { code: "plan.same-person", first: "Ada", second: "ADA" },
  "plan.reason": { code: "plan.reason", member: "reason", limit: 120 },
  "plan.fingerprint": { code: "plan.fingerprint", length: 31, odd: null },
  "plan.too-few-witnesses": { code: "plan.too-few-witnesses" },
  "plan.custodian-count": { code: "plan.custodian-count", count: 2 },
  "plan.threshold": { code: "plan.threshold", threshold: 6, custodians: 5 },
  "plan.confirm-all-needed": { code: "plan.confirm-all-needed" },
  "plan.same-path": { code: "plan.same-path", path },
  "plan.own-place": { code: "plan.own-place", path },
  "plan.confirm-shared-medium": { code: "plan.confirm-shared-medium" },
  "plan.confirm-runtime": { code: "plan.confirm-runtime" },
  "plan.confirm-roles": { code: "plan.confirm-roles", person: "Ada" },
  "plan.say-rehearsal": { code: "plan.say-rehearsal" },
  "text.secret": { code: "text.secret" },
  "keyboard.strayed-code": { code: "keyboard.strayed-code", of: "share" },
  "keyboard.strayed-words": { code: "keyboard.strayed-words" },
  "keyboard.read-already": { code: "keyboard.read-already" },
  "keyboard.lost": { code: "keyboard.lost" },
  "exception.roles": { code: "exception.roles", names: ["Ada"] },
  "exception.text": { code: "exception.text", member: "happened", limit: 500 },
  "exception.person": { code: "exception.person", member: "decidedBy" },
  "exception.same-person": { code: "exception.same-person" },
  "bag.number": { code: "bag.number", limit: 40 },
  "bag.differs": { code: "bag.differs" },
  "bag.used": { code: "bag.used" },
  "preflight.source": { code: "preflight.source", item: "clock", limit: 120 },
  "preflight.red": { code: "preflight.red", open: 2 },
  "proceedings.not-written": { code: "proceedings.not-written", path, because: "file.disk-full" },
  "sign-off.reason": { code: "sign-off.reason", limit: 500 },
  "sign-off.open": { code: "sign-off.open", names: ["Ada", "Wim"] },
  "print.no-printer": { code: "print.no-printer" },
  "print.no-answer": { code: "print.no-answer" },
  "print.unknown-printer": { code: "print.unknown-printer" },
  "print.confirm-reach": { code: "print.confirm-reach", reach: "network" },
  "print.not-finished": { code: "print.not-finished", job: "Office-12", cancelled: true },
  "print.proof-words": { code: "print.proof-words", positions: [3] },
  "print.proof-code": { code: "print.proof-code" },
  "print.failed": { code: "print.failed", reason: "lp: stopped" },
  "print.not-one-page": { code: "print.not-one-page", pages: 2 },
  "ceremony.stale": { code: "ceremony.stale" },
  "ceremony.not-now": { code: "ceremony.not-now" },
  "ceremony.clock": { code: "ceremony.clock", year: 1970 },
  "ceremony.self-test": { code: "ceremony.self-test", test: "AES-GCM" },
  "ceremony.proof-failed": { code: "ceremony.proof-failed" },
  "ceremony.read-back": { code: "ceremony.read-back", positions: [3] },
  "ceremony.key-read-back": { code: "ceremony.key-read-back" },
  "ceremony.read-back-swapped": { code: "ceremony.read-back-swapped", positions: [3, 4] },
  "ceremony.read-back-left-out": { code: "ceremony.read-back-left-out", positions: [3, 4] },
  "ceremony.read-back-code": { code: "ceremony.read-back-code" },
  "ceremony.read-back-other-sheet": { code: "ceremony.read-back-other-sheet" },
  "ceremony.read-back-other-share": { code: "ceremony.read-back-other-share", index: 2 },
  "ceremony.read-back-unreadable": { code: "ceremony.read-back-unreadable", positions: [7] },
  "ceremony.other-custodian": { code: "ceremony.other-custodian", custodian: "Chen" },
  "ceremony.key-unattended": { code: "ceremony.key-unattended", minutes: 15 },
  "ceremony.unattended": { code: "ceremony.unattended", minutes: 15 },
  "ceremony.key-of-generation": { code: "ceremony.key-of-generation", generation: 2 },
  "ceremony.unfinished": { code: "ceremony.unfinished" },
  "ceremony.second-copy-differs": { code: "ceremony.second-copy-differs" },
  "border.bad-input": { code: "border.bad-input", command: "planVault" },
  "border.refused-sender": { code: "border.refused-sender" },
  internal: { code: "internal", reference: "0a1b2c3d" },
};

describe.each(Object.values(samples))("$code", (failure) => {
  const said = sentence(failure);

  it("is one to four whole, calm sentences", () => {
    expect(said).toMatch(/^[A-Z0-9“].*\.$/su);
    expect(said).not.toMatch(/undefined|null|NaN|\[object|!| {2}/);
    expect(said.match(/\.(?= |$)/g)?.length).toBeLessThanOrEqual(4);
    expect(said.length).toBeLessThan(400);
  });

  it("says something of its own", () => {
    const others = Object.values(samples).filter(({ code }) => code !== failure.code);
    expect(others.map(sentence)).not.toContain(said);
  });
});

it("says it as a person would", () => {
  expect(sentence(samples["share.one-wrong-word"])).toBe(
    "Word 17 does not fit the others. Nothing was accepted. Look at word 17 on the sheet and enter it again.",
  );
  expect(sentence({ code: "share.one-wrong-word", positions: [3, 17] })).toContain("words 3 and 17");
  expect(sentence({ code: "share.swapped-words", positions: [4, 9] })).toContain(
    "Words 4 and 5 or Words 9 and 10 seem to have changed places.",
  );
  expect(sentence({ code: "share.word-count", count: 1 })).toContain("1 word was entered");
  expect(sentence(samples["plan.name-empty"])).toContain("witness 2");
  expect(sentence(samples["file.failed"])).toContain("The medium may have been removed");
  expect(sentence({ code: "file.failed", path, reason: "EMFILE" })).not.toContain("medium may have been");
  expect(sentence({ code: "file.locked", path, host: "", pid: 0 })).not.toContain("process 0");
});

it("says what keeps a record from being written, as far as that can be mended", () => {
  const notWritten = samples["proceedings.not-written"];
  expect(sentence(notWritten)).toContain("its disk is full; make room there");
  expect(sentence({ ...notWritten, because: "file.missing" })).toContain("put its medium back");
  expect(sentence({ ...notWritten, because: "file.failed" })).toContain("the medium refuses it");
});

it("shows what is invisible in names and cuts what is endless", () => {
  expect(sentence({ code: "share.repeated", index: 1, custodian: "a\u202eb" })).toContain("“a\\u{202e}b”");
  expect(sentence({ code: "keystore.unknown-member", member: "x".repeat(100_000) }).length).toBeLessThan(500);
});

it("gives what the clock can be compared with, and another example for the app's hash", () => {
  const said = (item: "clock" | "app-hash") => sentence({ code: "preflight.source", item, limit: 120 });
  expect(said("clock")).toContain("wristwatch");
  expect(said("app-hash")).toContain("release notes");
  expect(said("app-hash")).not.toContain("wristwatch");
});
