import type { ReactNode } from "react";
import type { ShareProgress } from "../../electron/contract/views";
import { Name } from "./name";

interface ShareTitleProps {
  readonly share: ShareProgress;
  readonly total: number;
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
}

/** Whose share the screen is about. */
export function ShareTitle({ share, total, children }: ShareTitleProps) {
  return (
    <div className="share-title">
      <p>
        Key Share {share.index} of {total} for <Name>{share.custodian}</Name>
      </p>
      {children}
    </div>
  );
}
