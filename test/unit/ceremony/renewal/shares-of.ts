import { type KeyShare, readShare } from "../../../../electron/share/read-share";
import type { VectorVault } from "../../keystore/vectors";

/** A vector's shares, read from their words. */
export function sharesOf({ shares }: Pick<VectorVault, "shares">): KeyShare[] {
  return shares.map(({ words }) => {
    const share = readShare(words);
    if (!share.ok) throw new Error(share.error.code);
    return share.value;
  });
}
