/** What somebody in trouble can say at once. */
export interface Situation {
  readonly keyAtHand: boolean;
  readonly running: boolean;
  /** Whether as many custodians as the threshold can come with their sheets. */
  readonly custodians: "enough" | "too-few" | "unknown";
}

/** What to do: the ceremony to hold, or that there is none. */
export type Advice =
  | "in-order"
  | "recover"
  | "check"
  | "check-while-open"
  | "move-while-open"
  | "move-while-running"
  | "lost";

/** Names the ceremony to hold. The Wrapping Key opens the vault, or a quorum does; a running vault is open already. */
export function whatNow({ keyAtHand, running, custodians }: Situation): Advice {
  if (custodians === "enough") return keyAtHand ? "in-order" : "recover";
  if (custodians === "unknown") return keyAtHand ? "check-while-open" : "check";
  if (keyAtHand) return "move-while-open";
  return running ? "move-while-running" : "lost";
}

interface AdviceWords {
  readonly heading: string;
  readonly says: readonly string[];
}

/** Each advice in words: what holds, and what to do first. */
export const adviceWords: Readonly<Record<Advice, AdviceWords>> = {
  "in-order": {
    heading: "Nothing is lost",
    says: [
      "The Wrapping Key is there, and a quorum can come.",
      "If the Wrapping Key may be known to others, or is due: rotate it.",
      "If a custodian leaves, or a sheet is lost or was seen: reshare.",
    ],
  },
  recover: {
    heading: "Hold a recovery",
    says: [
      "A quorum of custodians gives the vault a new Wrapping Key. Nothing is lost, and no data changes.",
      "Bring the keystore file here, and call the custodians with their sheets. If the vault runs, let it run until the new key is delivered.",
    ],
  },
  check: {
    heading: "Hold a check first, then a recovery",
    says: [
      "Find out whether enough sheets are good: open the keystore here and check them one by one. Then hold a recovery.",
      "If the vault runs, do not stop it: nobody can start it again before the recovery.",
    ],
  },
  "check-while-open": {
    heading: "Hold a check",
    says: [
      "Keep the Wrapping Key safe: for now it alone is known to open the vault.",
      "Open the keystore here and check the custodians’ sheets one by one. If enough are good but some are lost, reshare.",
    ],
  },
  "move-while-open": {
    heading: "Move to a new vault while the key is there",
    says: [
      "Only the Wrapping Key opens this vault now. If it is lost too, the data is lost. Guard it, and make no rotation before a second copy of everything exists.",
      "Look for the missing custodians and sheets first. With a quorum, reshare.",
      "If there is no hope of a quorum: create a new vault here, and move the data to it while this one still opens.",
    ],
  },
  "move-while-running": {
    heading: "Do not stop the vault: move its data now",
    says: [
      "Nobody can start this vault again: the Wrapping Key is lost, and too few custodians can come.",
      "While it runs its data can still be read. Create a new vault here, and move the data to it before anything is switched off.",
      "Look for more sheets all the same: one may be enough for a quorum.",
    ],
  },
  lost: {
    heading: "The data cannot be recovered now",
    says: [
      "Without the Wrapping Key, and with fewer sheets than the threshold, nobody can open this vault: not its makers, and not this app’s. It was built so.",
      "Destroy nothing. Keep the keystore and every sheet: if one more sheet or the Wrapping Key is found, a recovery may be held.",
      "A sheet that is hard to read still counts: type a question mark for each word that cannot be read.",
    ],
  },
};
