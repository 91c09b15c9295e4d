import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileFailure } from "../../../electron/files/failure";
import { temporaryFolder } from "./temporary-folder";

const systemError = (code: string) => Object.assign(new Error(code), { code });

describe("fileFailure", () => {
  it.each([
    ["ENOENT", "reading", { code: "file.missing", path: "/a/b" }],
    ["ENOENT", "writing", { code: "file.folder-missing", path: "/a" }],
    ["EINVAL", "writing", { code: "file.failed", path: "/a/b", reason: "EINVAL" }],
    ["EILSEQ", "writing", { code: "file.name-refused", path: "/a/b", characters: [] }],
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

  it.each([
    ["ENOENT", "key 12:30.txt", [":"]],
    ["EINVAL", 'what? "a".txt', ["?", '"']],
    ["EILSEQ", "a*|<>\\b ", ["*", "|", "<", ">", "\\", " "]],
    ["ENOENT", "ends with a dot.", ["."]],
  ] as const)(
    "names the characters where %s refuses %j in a folder that is there",
    async (code, name, characters) => {
      const path = join(await temporaryFolder(), name);
      const error = systemError(code);
      expect(fileFailure(error, path, "writing")).toEqual({ code: "file.name-refused", path, characters });
      expect(fileFailure(error, path, "reading")).toEqual({ code: "file.missing", path });
    },
  );

  it("says no folder is missing that is there", async () => {
    const path = join(await temporaryFolder(), "plain.txt");
    const failed = { code: "file.failed", path, reason: "ENOENT" };
    expect(fileFailure(systemError("ENOENT"), path, "writing")).toEqual(failed);
  });

  it("lets a bug through", () => {
    const bug = new TypeError("undefined is not a function");
    expect(() => fileFailure(bug, "/a/b", "reading")).toThrow(bug);
  });
});
