import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Finding } from "../../../../electron/contract/preflight";
import { PreflightTable } from "../../../../renderer/components/preflight-table";

const findings: readonly Finding[] = [
  { id: "network", what: "Network", found: "No network interface is up.", verdict: "good" },
  { id: "swap", what: "Swap", found: "Memory may be written to <sda2>.", verdict: "red" },
  { id: "clock", what: "Clock", found: "Compare it aloud.", verdict: "not-known" },
  { id: "radios", what: "Radios", found: "On: Wi-Fi (phy0).", verdict: "red" },
];

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

it("shows red first, then what is not known, then what is good, each counted", () => {
  expect(textOf(renderToStaticMarkup(<PreflightTable findings={findings} />))).toBe(
    "Red: 2 Swap Memory may be written to &lt;sda2&gt;. Radios On: Wi-Fi (phy0). " +
      "Not known: 1 Clock Compare it aloud. Good: 1 Network No network interface is up.",
  );
});

it("marks each verdict by a shape of its own", () => {
  const html = renderToStaticMarkup(<PreflightTable findings={findings} />);
  const shapes = [...html.matchAll(/<path d="([^"]+)"/g)].map(([, shape]) => shape);
  expect(new Set(shapes).size).toBe(3);
});

it("leaves out a verdict that nothing has", () => {
  const text = textOf(renderToStaticMarkup(<PreflightTable findings={findings.slice(0, 1)} />));
  expect(text).toBe("Good: 1 Network No network interface is up.");
});

const exceptions = { sharedRoles: ["Ruth"], excepted: ["swap"] } as const;

it("asks an exception for each red item and for shared roles, first, and says where one is recorded", () => {
  expect(textOf(renderToStaticMarkup(<PreflightTable findings={findings} exceptions={exceptions} />))).toBe(
    "Red: 3 Parts “Ruth” has two parts in this ceremony. Record an exception " +
      "Swap Memory may be written to &lt;sda2&gt;. An exception is recorded " +
      "Radios On: Wi-Fi (phy0). Record an exception " +
      "Not known: 1 Clock Compare it aloud. Good: 1 Network No network interface is up.",
  );
});

it("names on each button what its exception is about", () => {
  const html = renderToStaticMarkup(<PreflightTable findings={findings} exceptions={exceptions} />);
  expect([...html.matchAll(/aria-label="([^"]+)"/g)].map(([, label]) => label)).toEqual([
    "Record an exception: Parts",
    "Record an exception: Radios",
  ]);
});
