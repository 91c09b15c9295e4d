import type { ReactNode } from "react";
import type { ShareProgress } from "../../electron/contract/ceremony-views";
import { Name } from "./name";

interface WhoseShareProps {
  readonly share: Pick<ShareProgress, "index" | "custodian">;
  readonly total: number;
}

interface ShareTitleProps extends WhoseShareProps {
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
}

/** A share by its number and its custodian. */
export function WhoseShare({ share, total }: WhoseShareProps) {
  return (
    <>
      Key Share {share.index} of {total} for <Name>{share.custodian}</Name>
    </>
  );
}

/** Whose share the screen is about. */
export function ShareTitle({ share, total, children }: ShareTitleProps) {
  return (
    <div className="share-title">
      <p>
        <WhoseShare share={share} total={total} />
      </p>
      {children}
    </div>
  );
}
