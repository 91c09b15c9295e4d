import type { AfterWriting } from "../../contract/after-writing";
import type { Fingerprints, MakingStage, TypedNames } from "../../contract/ceremony-views";
import type { PrintOrder } from "../../contract/commands";
import type { ProvenByQuorum } from "../../contract/damaged-facts";
import type { Failure } from "../../contract/errors";
import type { Delivery, PlanView } from "../../contract/plan";
import type { Printers, PrintTraces } from "../../contract/printers";
import type { RenewsSound } from "../../contract/renewal";
import type { Result } from "../../contract/result";
import type { EntryEvent } from "../entry/entry";
import type { Bagged } from "../proceedings/bags";
import type { FrameEvent } from "../proceedings/frame";

/** What a person did, or how a task ended. */
export type CeremonyEvent =
  | ({ readonly type: "reason" } & Omit<RenewsSound, "kind" | "keystore" | "beside">)
  | { readonly type: "fingerprint"; readonly fingerprint: string }
  | { readonly type: "vault"; readonly vaultName: string }
  | {
      readonly type: "people";
      readonly administrator: string;
      readonly witnesses: readonly string[];
      readonly custodians: readonly string[];
      readonly sharedRolesAccepted: boolean;
    }
  | { readonly type: "quorum"; readonly threshold: number; readonly allNeededAccepted: boolean }
  | { readonly type: "key"; readonly bits: 192 | 256 }
  | {
      readonly type: "places";
      readonly keystorePath: string;
      readonly delivery: Delivery;
      readonly sharedMediumAccepted: boolean;
    }
  | { readonly type: "places-tried"; readonly result: Result<PlanView> }
  | { readonly type: "back" }
  | {
      readonly type: "accept-plan";
      readonly runtimeAccepted: boolean;
      readonly runtimeSound: boolean;
      readonly rehearsalHeld: boolean | null;
    }
  | { readonly type: "frame"; readonly event: FrameEvent }
  | ({ readonly type: "print-proof" } & PrintOrder)
  | { readonly type: "proof-entry"; readonly result: Result<null> }
  | { readonly type: "prove-again" }
  | { readonly type: "skip-proof" }
  | { readonly type: "begin" }
  | { readonly type: "enter-share" }
  | { readonly type: "leave-entry" }
  | { readonly type: "at-desk"; readonly event: EntryEvent }
  | { readonly type: "share-bagged"; readonly result: Result<Bagged> }
  | { readonly type: "unattended" }
  | { readonly type: "proven-by-quorum"; readonly result: Result<ProvenByQuorum> }
  | ({ readonly type: "names" } & TypedNames)
  | { readonly type: "current-key"; readonly result: Result<null> }
  | { readonly type: "making"; readonly stage: MakingStage }
  | { readonly type: "made"; readonly result: Result<Fingerprints> }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "custodian-ready" }
  | { readonly type: "find-printers" }
  | { readonly type: "printers"; readonly printers: Printers }
  | ({ readonly type: "print" | "print-blank" } & PrintOrder)
  | { readonly type: "print-ended"; readonly result: Result<PrintTraces | null> }
  | { readonly type: "answer-printed"; readonly cameOut: boolean }
  | { readonly type: "copy-by-hand" }
  | { readonly type: "copied-by-hand" }
  | {
      readonly type: "entry";
      readonly filled: readonly boolean[];
      readonly asked: readonly number[] | null;
      readonly verdict: Verdict;
    }
  | { readonly type: "spoil"; readonly cause: "declared" | "reprint" }
  | { readonly type: "answer-spoiled"; readonly seenByOthers: boolean }
  | { readonly type: "share-handled"; readonly result: Result<string | null> }
  | { readonly type: "leave-share" }
  | { readonly type: "deliver"; readonly delivery: Delivery; readonly order: PrintOrder | null }
  | { readonly type: "delivered"; readonly result: Result<PrintTraces | null> }
  | { readonly type: "answer-key-printed"; readonly cameOut: boolean }
  | { readonly type: "key-code"; readonly asked: number }
  | { readonly type: "key-entry"; readonly result: Result<null> }
  | { readonly type: "key-bagged"; readonly result: Result<string | null> }
  | { readonly type: "write"; readonly path: string }
  | { readonly type: "written"; readonly result: Result<Written> }
  | { readonly type: "copy-keystore"; readonly path: string }
  | { readonly type: "keystore-copied"; readonly result: Result<string> }
  | { readonly type: "skip-second-copy" }
  | { readonly type: "old-keystore"; readonly remove: boolean }
  | { readonly type: "old-removed"; readonly result: Result<null> }
  | { readonly type: "old-sheets"; readonly destroyed: readonly number[] }
  | { readonly type: "abort" }
  | { readonly type: "cleared"; readonly remaining: readonly string[] }
  | { readonly type: "to-record" };

/** A keystore that was written: its file, the SHA-256 (64 hex) of that, and where the one that it replaced is kept. */
export interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly generation: number;
  readonly keptAs: string | null;
  /** What people must know all the same; nothing in most ceremonies. */
  readonly told?: readonly AfterWriting[];
}

/** What a read-back entry amounts to so far. */
export type Verdict =
  | { readonly kind: "incomplete"; readonly problem: Failure | null } // what was refused before, until it is right
  | { readonly kind: "refused"; readonly failure: Failure }
  | { readonly kind: "matches" };
