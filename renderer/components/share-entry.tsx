import type { ReactNode } from "react";
import type { ShareEntryView } from "../../electron/contract/entry-views";
import { EnterShareScreen } from "../screens/enter-share";
import { RepairsScreen } from "../screens/repairs";
import { SearchingScreen } from "../screens/searching";
import type { RolesOfAStep } from "./roles";

/** What the ceremony around an entry says on its screens. */
export interface EntryFrame {
  readonly roles: RolesOfAStep;
  /** Whose share is entered, and for what. */
  readonly title: ReactNode;
  /** The ways out of the entry. */
  readonly others: ReactNode;
}

/** The screen of each step in which a custodian enters a share. */
export function ShareEntry({ entry, frame }: { readonly entry: ShareEntryView; readonly frame: EntryFrame }) {
  switch (entry.step) {
    case "enter-share":
      return <EnterShareScreen entry={entry} frame={frame} />;
    case "searching":
      return <SearchingScreen entry={entry} frame={frame} />;
    case "repairs":
      return <RepairsScreen entry={entry} frame={frame} />;
  }
}
