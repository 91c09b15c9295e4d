import { describe, expect, it } from "vitest";
import { responseHeaders } from "../../../electron/shell/response-headers";

const mainPage = "app://ceremony/index.html";
const others = [
  "app://ceremony/sheet.html",
  "app://ceremony/assets/main.js",
  "app://ceremony/index.html?x",
  "app://elsewhere/index.html",
];

describe("responseHeaders", () => {
  it.each([mainPage, ...others])(
    "allows nothing that is not named, and only the app's own files, at %s",
    (at) => {
      const policy = policyAt(at);
      expect(Object.keys(policy)[0]).toBe("default-src");
      expect(policy["default-src"]).toBe("'none'");
      expect(Object.values(policy).join(" ")).not.toMatch(/'unsafe-|https?:|\*|data:|blob:/);
      expect(policy["trusted-types"]).toBe("'none'");
    },
  );

  it("lets the main page, and no other, fetch the app's files and compile WebAssembly", () => {
    const strict = policyAt("app://ceremony/sheet.html");
    expect(strict).toMatchObject({ "script-src": "'self'" });
    expect(Object.keys(strict)).not.toContain("connect-src");
    for (const other of others) expect(policyAt(other)).toEqual(strict);
    const scanning = { ...strict, "script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'" };
    expect(policyAt(mainPage)).toEqual(scanning);
    expect(policyAt(`${mainPage}#part`)).toEqual(scanning);
  });
});

/** The policy of an address, as its directives and their sources. */
function policyAt(address: string): Record<string, string> {
  const policy = responseHeaders(address)["Content-Security-Policy"] ?? "";
  const directives = policy.split("; ").map((directive) => directive.split(/ (.*)/));
  return Object.fromEntries(directives.map(([name = "", sources = ""]) => [name, sources]));
}
