import { describe, expect, it } from "vitest";
import { responseHeaders } from "../../../electron/shell/response-headers";

describe("responseHeaders", () => {
  it("allows nothing that is not named, and names nothing but the app's own files", () => {
    const policy = responseHeaders["Content-Security-Policy"] ?? "";
    expect(policy.split("; ")[0]).toBe("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(new Set(policy.match(/'[a-z]+'/g))).toEqual(new Set(["'none'", "'self'", "'script'"]));
  });
});
