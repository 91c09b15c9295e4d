import { describe, expect, it } from "vitest";
import { fileFailure } from "../../../electron/files/failure";

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe("fileFailure", () => {
  it.each([
    ["ENOENT", "reading", { code: "file.missing", path: "/a/b" }],
    ["ENOENT", "writing", { code: "file.folder-missing", path: "/a" }],
    ["ENOTDIR", "writing", { code: "file.folder-missing", path: "/a" }],
    ["EISDIR", "reading", { code: "file.is-folder", path: "/a/b" }],
    ["EEXIST", "writing", { code: "file.exists", path: "/a/b" }],
    ["EACCES", "reading", { code: "file.denied", path: "/a/b" }],
    ["EPERM", "writing", { code: "file.denied", path: "/a/b" }],
    ["EROFS", "writing", { code: "file.read-only", path: "/a/b" }],
    ["ENOSPC", "writing", { code: "file.disk-full", path: "/a/b" }],
    ["EDQUOT", "writing", { code: "file.disk-full", path: "/a/b" }],
    ["ENAMETOOLONG", "writing", { code: "file.name-too-long", path: "/a/b" }],
    ["EIO", "writing", { code: "file.failed", path: "/a/b", reason: "EIO" }],
    ["ENODEV", "reading", { code: "file.failed", path: "/a/b", reason: "ENODEV" }],
  ] as const)("names %s while %s", (code, action, expected) => {
    expect(fileFailure(systemError(code), "/a/b", action)).toEqual(expected);
  });

  it("lets a bug through", () => {
    const bug = new TypeError("undefined is not a function");
    expect(() => fileFailure(bug, "/a/b", "reading")).toThrow(bug);
  });
});
