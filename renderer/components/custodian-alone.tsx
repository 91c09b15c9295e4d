import type { ShareProgress } from "../../electron/contract/views";
import { Name } from "./name";
import type { RolesOfAStep } from "./roles";

/** The roles while a share is on the screen or on the table. */
export function custodianAlone(share: ShareProgress): RolesOfAStep {
  return { acts: <Name>{share.custodian}</Name>, lookAway: "Everybody else" };
}
