import { encodeQR } from "qr";
import { modulePath } from "./module-path";

/** Light modules around a code, as ISO/IEC 18004 asks. */
export const QUIET_ZONE = 4;

/** A QR code of an uppercase alphanumeric text at level H, as one path: version 6, 41 modules (FORMATS §2.3, §5). */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = encodeQR(text, "raw", { ecc: "high", encoding: "alphanumeric", version: 6, border: 0 });
  const size = modules.length + 2 * QUIET_ZONE;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={modulePath(modules, QUIET_ZONE)} />
    </svg>
  );
}
