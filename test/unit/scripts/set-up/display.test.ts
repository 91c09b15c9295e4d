import { describe, expect, it } from "vitest";
import { displayOf } from "../../../../scripts/set-up/display.mjs";

describe("displayOf", () => {
  it.each([
    ["linux", { DISPLAY: ":0", WAYLAND_DISPLAY: "wayland-0" }, "x11"],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, "wayland"],
    ["linux", { DISPLAY: "" }, "none"],
    ["linux", {}, "none"],
    ["darwin", {}, "x11"],
    ["win32", {}, "x11"],
  ] as const)("on %s with %j: %s", (platform, env, display) => {
    expect(displayOf(platform, env)).toBe(display);
  });
});
