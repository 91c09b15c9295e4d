import { describe, expect, it } from "vitest";
import { actionOf, zoomed } from "../../../electron/shell/window-keys";

const key = { type: "keyDown", key: "a", control: true, meta: false, alt: false } as const;

describe("actionOf", () => {
  it.each([
    ["+", "larger"],
    ["=", "larger"],
    ["-", "smaller"],
    ["_", "smaller"],
    ["0", "usual-size"],
    ["r", "reload"],
    ["R", "reload"],
    ["a", null],
    ["F5", null],
  ])("reads Ctrl and %s as %j", (pressed, action) => {
    expect(actionOf({ ...key, key: pressed }, false)).toBe(action);
  });

  it("reads the command key on a Mac, and only there", () => {
    const command = { ...key, key: "+", control: false, meta: true };
    expect(actionOf(command, true)).toBe("larger");
    expect(actionOf(command, false)).toBeNull();
    expect(actionOf({ ...key, key: "+" }, true)).toBeNull();
  });

  it("leaves typing alone: no modifier, AltGr, and the key going up", () => {
    expect(actionOf({ ...key, key: "r", control: false }, false)).toBeNull();
    expect(actionOf({ ...key, key: "0", alt: true }, false)).toBeNull();
    expect(actionOf({ ...key, key: "r", type: "keyUp" }, false)).toBeNull();
  });
});

describe("zoomed", () => {
  it("goes in half steps and back to the usual size", () => {
    expect(zoomed(0, "larger")).toBe(0.5);
    expect(zoomed(0, "smaller")).toBe(-0.5);
    expect(zoomed(3.5, "usual-size")).toBe(0);
  });

  it("stays readable and on the screen", () => {
    expect(zoomed(5, "larger")).toBe(5);
    expect(zoomed(-3, "smaller")).toBe(-3);
  });
});
