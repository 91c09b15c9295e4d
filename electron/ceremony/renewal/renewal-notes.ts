import type { Fingerprints } from "../../contract/ceremony-views";
import type { HowEntered } from "../../contract/entry-views";
import type { Opener } from "../../contract/renewal";
import type { RecordNote } from "../../record/record-note";

/**
 * What an event has for its members in every record, whether the ceremony is held in the app or on the command line
 * (FORMATS §4). Whoever reads a record years later finds the same under the same name.
 */
interface RenewalEvents {
  "share.entered": { readonly index: number | null; readonly how: HowEntered };
  "share.refused": { readonly code: string };
  "key.forgotten": { readonly because: "unattended" };
  "shares.forgotten": { readonly because: "unattended" };
  "key.entered": Readonly<Record<string, never>>;
  "key.refused": { readonly code: string };
  "keystore.opened": {
    readonly by: Opener;
    readonly generation: number | null;
    readonly vaultFingerprint: string;
  };
  "keys.made": Fingerprints;
  "wrapping-key.delivered": { readonly way: "file"; readonly path: string };
  "keystore.written": {
    readonly path: string;
    readonly sha256: string;
    readonly generation: number;
    readonly keptAs: string | null;
    /** Only where something was. */
    readonly told?: readonly object[];
  };
  "ceremony.ended": Readonly<Record<string, never>>;
  "ceremony.aborted": {
    /** A failure's code, or "by choice". */
    readonly because: string;
    /** The numbers of the shares of which sheets exist. */
    readonly sheetsToDestroy: readonly number[];
    readonly wrappingKeySheets: number;
    readonly filesThatStayed: readonly string[];
  };
}

/** A note of an event that app and command line have in common. */
export function renewalNote<E extends keyof RenewalEvents>(
  event: E,
  actor: string,
  data: RenewalEvents[E],
): RecordNote {
  return { event, actor, data: { ...data } };
}
