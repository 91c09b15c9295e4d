import { describe, expect, it } from "vitest";
import { packagesMatch } from "../../../../scripts/set-up/packages.mjs";

const one = { version: "1.0.0", integrity: "sha512-one" };
const forMacs = { version: "2.3.3", integrity: "sha512-mac", optional: true };
const locked = { packages: { "": {}, "node_modules/one": one, "node_modules/for-macs": forMacs } };
const everywhere = () => true;

describe("packagesMatch", () => {
  it("is content when optional packages of other platforms are absent", () => {
    expect(packagesMatch(locked, { packages: { "node_modules/one": one } }, everywhere)).toBe(true);
  });

  it.each([
    ["a package is missing", {}],
    ["a version differs", { "node_modules/one": { ...one, version: "1.0.1" } }],
    ["the bytes differ", { "node_modules/one": { ...one, integrity: "sha512-other" } }],
    ["a package is there that nobody asked for", { "node_modules/one": one, "node_modules/two": one }],
  ])("is not when %s", (_, packages) => {
    expect(packagesMatch(locked, { packages }, everywhere)).toBe(false);
  });

  it("is not when a package's folder was deleted", () => {
    const isThere = (folder: string) => folder !== "node_modules/one";
    expect(packagesMatch(locked, { packages: { "node_modules/one": one } }, isThere)).toBe(false);
  });
});
