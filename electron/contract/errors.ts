import type { CodeKind } from "./typed-code";

/**
 * Every way something can be refused or fail, as data. `code` is stable: tests, the command
 * line's --json and the screens rely on it. The sentence for each stands in sentences.ts.
 * No member ever holds a key, a share, or what a person typed, but for one character that none of them can have.
 */

import type { OddCharacter } from "./typed-hex";

/** Typed or scanned Key Shares (FORMATS §2). Positions count from 1. */
export type ShareFailure =
  | { code: "share.empty" }
  | { code: "share.word-count"; count: number }
  | { code: "share.unknown-words"; positions: readonly number[] }
  | { code: "share.unreadable-words"; positions: readonly number[] } // "?" was entered
  | { code: "share.one-wrong-word"; positions: readonly number[] } // each: changing this one word alone would fit
  | { code: "share.swapped-words"; positions: readonly number[] } // each: swapping it with the next would fit
  | { code: "share.only-probable" } // what was found may be chance, and never counts
  | { code: "share.checksum" } // no single typing error explains it
  | { code: "share.qr-text" } // not KC1: and 69 base32 characters
  | { code: "share.several-codes" } // codes of different shares in one entry
  | { code: "share.other-code"; of: "wrapping-key" | "proof-page" } // a code, and not a share's
  | { code: "share.keyboard-layout" } // as long as a code, and no known keyboard layout makes one of it
  | { code: "share.numbering" } // numbers between the words that do not count them
  | { code: "share.padding" } // the QR's last bits are not zero
  | { code: "share.newer-version"; version: number }
  | { code: "share.first-words"; positions: readonly number[] } // they fit no set that the keystore knows, nor any other
  | { code: "share.zero-x" }
  | { code: "share.bad-threshold"; threshold: number }
  | { code: "share.practice-in-production" }
  | { code: "share.production-in-practice" }
  | { code: "share.other-set"; setId: string; expected: string }
  | { code: "share.retired-set"; setId: string; custodian: string | null }
  | { code: "share.other-threshold"; threshold: number; expected: number }
  | { code: "share.disagrees-with-file" } // checksum holds, commitment is not in this keystore
  | { code: "share.repeated"; index: number | null; custodian: string | null }
  | { code: "share.same-number"; x: number } // another share of this set has this x; a split never repeats one
  | { code: "share.solved"; positions: readonly number[]; solutions: number } // by the checksum alone: not proven
  | { code: "share.probable"; positions: readonly number[]; solutions: number } // by 11 bits: never valid
  | { code: "share.missing-place"; positions: readonly number[] } // each: a word left out there would fit
  | { code: "share.too-damaged"; keystore: boolean } // more is missing or wrong than is searched for
  | { code: "share.not-repaired"; keystore: boolean } // searched to the end: nothing fits
  | { code: "share.search-cancelled" }
  | { code: "share.too-few"; given: number; needed: number }
  | { code: "share.does-not-open" }; // the quorum is complete but gives another key

/** What another program has written in another way than the one plain one. `written` is as it stands in the file. */
export type UnusualJson =
  | { readonly kind: "escape"; readonly written: string }
  | { readonly kind: "number"; readonly written: string; readonly plain: string }
  | { readonly kind: "repeated"; readonly member: string };

/** Keystore documents (FORMATS §3). */
export type KeystoreFailure =
  | { code: "keystore.too-large"; limit: number }
  | { code: "keystore.outgrown"; limit: number } // its next generation would be too large to be read
  | { code: "keystore.not-utf8" }
  | { code: "keystore.byte-order-mark" }
  | { code: "keystore.not-json" }
  | { code: "keystore.utf-16" }
  | { code: "keystore.not-canonical"; line: number; found: UnusualJson; sealed: boolean } // sealed: nothing is lost
  | { code: "keystore.other-format" }
  | { code: "keystore.newer-version"; version: number }
  | { code: "keystore.unknown-member"; member: string }
  | { code: "keystore.missing-member"; member: string }
  | { code: "keystore.bad-member"; member: string }
  | { code: "keystore.seal" }
  | { code: "keystore.altered"; member: string } // opened, but a member does not fit the key
  | { code: "keystore.practice-in-production" }
  | { code: "keystore.production-in-practice" }
  | { code: "keystore.changed-meanwhile" }
  | { code: "keystore.superseded"; generation: number; newer: number; path: string } // path: the newer one beside it
  | { code: "keystore.sound-copy"; generation: number; path: string } // damaged, and a sound copy stands beside it
  | { code: "keystore.no-recovery-key" } // damaged beyond what a quorum can open
  | { code: "keystore.other-fingerprint"; fingerprint: string }; // opened, but not the vault on the sheets

/** Ceremony records (FORMATS §4). Lines count from 1. */
export type RecordFailure =
  | { code: "record.empty" }
  | { code: "record.too-large"; line: number; limit: number } // in bytes, reached in this line
  | { code: "record.line-too-long"; line: number; limit: number }
  | { code: "record.byte-order-mark" }
  | { code: "record.not-utf8"; line: number }
  | { code: "record.line-ending"; line: number } // CRLF
  | { code: "record.cut-off"; line: number } // the last line does not end
  | { code: "record.newer-version"; version: number }
  | { code: "record.not-json"; line: number }
  | { code: "record.not-canonical"; line: number }
  | { code: "record.bad-member"; line: number; member: string } // unknown, missing or mistyped
  | { code: "record.chain"; line: number } // does not follow from the line before
  | { code: "record.after-seal"; line: number } // stands behind the line that seals
  | { code: "record.seal"; line: number }
  | { code: "record.unsealed"; line: number } // consistent, and ends behind this line without a seal
  | { code: "record.bad-head"; length: number; odd: OddCharacter | null }
  | { code: "record.first-hash" } // what was given is the hash of line 1, not the head
  | { code: "record.other-head" }
  | { code: "record.other-vault"; fingerprint: string } // the keystore names its key, and is another vault's: 32 hex
  | { code: "record.not-in-keystore" } // no ceremony of it has this record's key
  | { code: "record.keystore-differs"; member: string }; // the ceremony with this key is another one there

/** Wrapping Keys as text, file or sheet (FORMATS §1, §5). */
export type WrappingKeyFailure =
  | { code: "wrapping-key.length"; length: number; expected: number | null }
  | { code: "wrapping-key.not-hex"; odd: OddCharacter }
  | { code: "wrapping-key.keyboard-layout" } // as long as a code, and no known keyboard layout makes one of it
  | { code: "wrapping-key.line-check"; line: number }
  | { code: "wrapping-key.not-code" } // not the text of a Wrapping Key sheet's code
  | { code: "wrapping-key.does-not-open" };

/** Files and folders. `path` is shown to the person who chose it. */
export type FileFailure =
  | { code: "file.missing"; path: string }
  | { code: "file.folder-missing"; path: string }
  | { code: "file.not-absolute"; path: string }
  | { code: "file.path-characters"; path: string } // a line break, or what else no name holds
  | { code: "file.address"; path: string } // smb://…, or file:// of another machine
  | { code: "file.is-folder"; path: string }
  | { code: "file.not-a-file"; path: string }
  | { code: "file.exists"; path: string }
  | { code: "file.denied"; path: string }
  | { code: "file.read-only"; path: string }
  | { code: "file.disk-full"; path: string }
  | { code: "file.name-too-long"; path: string }
  | { code: "file.name-refused"; path: string; characters: readonly string[] } // what the medium may not have; " ": at an end
  | { code: "file.same-name"; path: string } // on its medium the name of another file of this ceremony
  | { code: "file.too-large"; path: string; limit: number }
  | { code: "file.locked"; path: string; host: string; pid: number }
  | { code: "file.lock-left"; path: string; because: Failure } // refused, and then the app's own lock could not be removed
  | { code: "file.other-medium"; path: string } // another one than was tried is there now
  | { code: "file.same-medium"; path: string } // keystore and Wrapping Key would lie on one medium
  | { code: "file.not-as-written"; path: string }
  | { code: "file.backup-differs"; path: string } // the name under which the old version would be kept is taken
  | { code: "file.not-put-back"; path: string; keptAs: string } // what stands at path now could not be proven
  | { code: "file.set-aside"; path: string; keptAs: string } // what something else wrote to path meanwhile is kept
  | { code: "file.failed"; path: string; reason: string }; // reason: the system's code, e.g. EIO

/** Plans. `position` is the place in the list of that role, from 0; names are as typed. */
export type PlanFailure =
  | { code: "plan.vault-name" }
  | { code: "plan.name-empty"; role: Role; position: number }
  | { code: "plan.name-too-long"; role: Role; position: number; limit: number }
  | { code: "plan.name-characters"; role: Role; position: number }
  | { code: "plan.same-person"; first: string; second: string }
  | { code: "plan.reason"; member: "reason" | "authorisation"; limit: number }
  | { code: "plan.fingerprint"; length: number; odd: OddCharacter | null } // no vault fingerprint
  | { code: "plan.too-few-witnesses" }
  | { code: "plan.custodian-count"; count: number }
  | { code: "plan.threshold"; threshold: number; custodians: number }
  | { code: "plan.confirm-all-needed" }
  | { code: "plan.same-path"; path: string }
  | { code: "plan.own-place"; path: string } // where the app's note or the keystore's lock will stand
  | { code: "plan.confirm-shared-medium" }
  | { code: "plan.confirm-runtime" }
  | { code: "plan.confirm-roles"; person: string } // a custodian besides: an exception must be wanted
  | { code: "plan.say-rehearsal" };

/** Who somebody is in a ceremony. */
export type Role = "administrator" | "witness" | "custodian";

/**
 * What the system says of the way to a printer. `program`: a program on this machine takes its pages, as ipp-usb does for
 * USB printers, and where that sends them is not known. `file`: its pages become files.
 */
export type PrinterReach = "local" | "program" | "network" | "file" | "unknown";

/** Printers and printing. */
export type PrintFailure =
  | { code: "print.no-printer" }
  | { code: "print.no-answer" }
  | { code: "print.unknown-printer" }
  | { code: "print.confirm-reach"; reach: PrinterReach }
  | { code: "print.failed"; reason: string }
  | { code: "print.not-finished"; job: string; cancelled: boolean } // it was taken, and did not end in time
  | { code: "print.not-one-page"; pages: number }
  | { code: "print.proof-words"; positions: readonly number[] } // words that are not the proof page's
  | { code: "print.proof-code" }; // a code that is not the proof page's

/** What people say for the record. `limit` is in characters. */
export type ProceedingsFailure =
  // It looks like words of a share, a code or a key: nothing of it is kept. `member`: of the command, as in `custodians.2`.
  | { code: "text.secret"; member?: string }
  | { code: "exception.text"; member: "expected" | "happened" | "decided"; limit: number }
  | { code: "exception.person"; member: "decidedBy" | "witnessedBy" } // not somebody of the plan, or no witness
  | { code: "exception.same-person" } // nobody witnesses their own decision
  | { code: "exception.roles"; names: readonly string[] } // two parts each, and no exception about it
  | { code: "bag.number"; limit: number }
  | { code: "bag.differs" } // typed twice, and not the same
  | { code: "bag.used" } // another sheet is in it, or was
  | { code: "preflight.source"; item: "clock" | "app-hash"; limit: number }
  | { code: "preflight.red"; open: number } // red items without an exception
  | { code: "proceedings.not-written"; path: string; because: FileFailure["code"] } // a line of the record
  | { code: "sign-off.reason"; limit: number }
  | { code: "sign-off.open"; names: readonly string[] }; // who must sign or disagree

/** What was typed, pasted or scanned where it does not belong. Said by the renderer alone: main hears nothing of it. */
export type KeyboardFailure =
  | { code: "keyboard.strayed-code"; of: CodeKind | null } // null: in a keyboard layout that is not known
  | { code: "keyboard.strayed-words" } // or a key's digits
  | { code: "keyboard.read-already" } // the code, once more, while words are asked for
  | { code: "keyboard.lost" }; // an Enter behind characters that went nowhere

/** The workstation's clock says what no document can hold; `year` is null where it gives no time at all. */
export type ClockFailure = { code: "ceremony.clock"; year: number | null };

/** The ceremony itself. */
export type CeremonyFailure =
  | ClockFailure
  | { code: "ceremony.stale" } // the screen was behind; nothing was done
  | { code: "ceremony.not-now" } // this command does not belong to this step
  | { code: "ceremony.unfinished" } // an earlier one's notice waits for an answer
  | { code: "ceremony.self-test"; test: string }
  | { code: "ceremony.proof-failed" } // what was made does not open as a reader would open it
  | { code: "ceremony.read-back"; positions: readonly number[] } // words that are not the sheet's
  | { code: "ceremony.key-read-back" } // a Wrapping Key, and not the one that was printed
  | { code: "ceremony.read-back-swapped"; positions: readonly number[] } // neighbours, each pair behind the other
  | { code: "ceremony.read-back-left-out"; positions: readonly number[] } // the first is missing, the others moved up
  | { code: "ceremony.read-back-code" } // a code whose checks do not hold
  | { code: "ceremony.read-back-other-sheet" } // a whole share, and not of this set
  | { code: "ceremony.read-back-other-share"; index: number } // another share of this set
  | { code: "ceremony.read-back-unreadable"; positions: readonly number[] } // "?" on a sheet that was just made
  | { code: "ceremony.other-custodian"; custodian: string } // a good sheet, but somebody else's
  | { code: "ceremony.unattended"; minutes: number } // what was entered was forgotten
  | { code: "ceremony.key-unattended"; minutes: number } // so was the Wrapping Key that was to open the keystore
  | { code: "ceremony.key-of-generation"; generation: number } // the key opens only an older keystore beside it
  | { code: "ceremony.second-copy-differs" };

/** The border: what is wrong with a message or a command line, never with a person. */
export type BorderFailure =
  | { code: "border.bad-input"; command: string }
  | { code: "border.refused-sender" }
  | { code: "internal"; reference: string };

export type Failure =
  | ShareFailure
  | KeystoreFailure
  | RecordFailure
  | WrappingKeyFailure
  | FileFailure
  | PlanFailure
  | PrintFailure
  | ProceedingsFailure
  | KeyboardFailure
  | CeremonyFailure
  | BorderFailure;

export type ErrorCode = Failure["code"];
