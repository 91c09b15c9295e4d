import { encodeQR } from "qr";
import { modulePath } from "./module-path";

/** Light modules around a code, as ISO/IEC 18004 asks. */
const QUIET_ZONE = 4;

/** A QR code of an uppercase alphanumeric text at level H, as one path: version 6, 41 modules (FORMATS §2.3, §5). */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const options = { ecc: "high", encoding: "alphanumeric", version: 6, border: QUIET_ZONE } as const;
  const modules = encodeQR(text, "raw", options);
  const size = modules.length;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {/* Paper white of its own: a rehearsal's watermark must not come into the quiet zone. */}
      <path className="qr-paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path d={modulePath(modules)} />
    </svg>
  );
}
