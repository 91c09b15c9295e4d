import type { GenerateView } from "../../electron/contract/views";

/** The view of one step. */
export type At<S extends GenerateView["step"]> = Extract<GenerateView, { readonly step: S }>;
