import { expect, it, vi } from "vitest";

vi.mock("electron", () => ({ app: {}, dialog: {} }));
const { isSeen } = await import("../../../electron/shell/refuse-to-start");

it.each([
  ["/dev/pts/3", true],
  ["/dev/tty1", true],
  ["pipe:[4711]", true],
  ["socket:[4711]", true],
  ["/home/ada/start.log", true],
  ["/tmp/.xsession-errors-of-mine/err.txt", true],
  ["/dev/null", false],
  ["/home/ada/.xsession-errors", false],
  ["/home/ada/.xsession-errors-:1", false],
])("of standard error at %s: %s", (stream, seen) => {
  expect(isSeen(stream, "9:4711", undefined)).toBe(seen);
  expect(isSeen(stream, "9:4711", "9:815")).toBe(seen);
});

it("knows the system's journal, which nobody reads who clicked an icon", () => {
  expect(isSeen("socket:[4711]", "9:4711", "9:4711")).toBe(false);
});
