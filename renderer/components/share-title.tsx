import type { ShareProgress } from "../../electron/contract/views";
import { Name } from "./name";

/** Whose share the screen is about. */
export function ShareTitle({ share, total }: { readonly share: ShareProgress; readonly total: number }) {
  return (
    <p className="share-title">
      Key Share {share.index} of {total} for <Name>{share.custodian}</Name>
    </p>
  );
}
