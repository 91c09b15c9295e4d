import type { Renews } from "../../electron/contract/renewal";

interface CeremonyWords {
  /** What happens, as a heading. */
  readonly title: string;
  /** What the quorum, or who holds the key, agrees to. */
  readonly means: string;
}

/** How each renewal is called, and what it does, in a sentence. */
export const ceremonyWords: Readonly<Record<Renews["kind"], CeremonyWords>> = {
  recover: {
    title: "Recover the vault",
    means: "The vault gets a new Wrapping Key. The Master Key and every sheet on paper stay as they are.",
  },
  "recover-damaged": {
    title: "Recover from a damaged keystore",
    means:
      "The quorum opens what is left of the keystore and confirms its names. The vault gets a clean keystore with a new " +
      "Wrapping Key. The Master Key and every sheet on paper stay as they are.",
  },
  rotate: {
    title: "Rotate the Wrapping Key",
    means: "The vault gets a new Wrapping Key. The Master Key and every sheet on paper stay as they are.",
  },
  reshare: {
    title: "Reshare the vault",
    means:
      "New custodians get new sheets, and the sheets that are on paper now are retired. The Master Key and the Wrapping Key stay as they are.",
  },
};
