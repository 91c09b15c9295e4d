import { describe, expect, it } from "vitest";
import { whyNoCamera } from "../../../../renderer/qr/scan-camera";

describe("whyNoCamera", () => {
  it.each([
    ["NotFoundError", "scan.no-camera"],
    ["OverconstrainedError", "scan.no-camera"],
    ["NotAllowedError", "scan.camera-denied"],
    ["SecurityError", "scan.camera-denied"],
    ["NotReadableError", "scan.camera-busy"],
    ["AbortError", "scan.camera-busy"],
    ["", "scan.camera-busy"],
  ])("tells %s as %s", (name, code) => {
    expect(whyNoCamera(name)).toEqual({ code });
  });
});
