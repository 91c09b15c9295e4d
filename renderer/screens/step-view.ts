import type { CeremonyView } from "../../electron/contract/ceremony-views";

/** The view of one step. */
export type At<S extends CeremonyView["step"]> = Extract<CeremonyView, { readonly step: S }>;
