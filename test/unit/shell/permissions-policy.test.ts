import { expect, it } from "vitest";
import { responseHeaders } from "../../../electron/shell/response-headers";

/** The policy of an address, feature by feature. */
function policyAt(address: string): ReadonlyMap<string, string> {
  const policy = responseHeaders(address)["Permissions-Policy"] ?? "";
  const features = policy.split(", ").map((one) => /^([a-z0-9-]+)=(\(.*\))$/.exec(one));
  expect(features).not.toContain(null);
  const named = features.map((match): [string, string] => [match?.[1] ?? "", match?.[2] ?? ""]);
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  return new Map(named);
}

it.each([
  "app://ceremony/sheet.html",
  "app://ceremony/assets/main.js",
  "app://ceremony/index.html?x",
  "app://elsewhere/index.html",
])("denies everything to %s, a refusal as well as a file", (address) => {
  expect(new Set(policyAt(address).values())).toEqual(new Set(["()"]));
});

it("denies everything but the camera to the main page", () => {
  for (const address of ["app://ceremony/index.html", "app://ceremony/index.html#part"]) {
    const given = [...policyAt(address)].filter(([, allowed]) => allowed !== "()");
    expect(given).toEqual([["camera", "(self)"]]);
  }
});

it("names what devices, people and the screen could be reached by", () => {
  expect([...policyAt("app://ceremony/index.html").keys()]).toEqual(
    expect.arrayContaining(
      "usb hid serial bluetooth midi gamepad geolocation microphone display-capture clipboard-read clipboard-write".split(
        " ",
      ),
    ),
  );
});
