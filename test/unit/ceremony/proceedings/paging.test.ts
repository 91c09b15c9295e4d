import { describe, expect, it } from "vitest";
import type { FrameEvent } from "../../../../electron/ceremony/proceedings/frame";
import { type Page, paging } from "../../../../electron/ceremony/proceedings/paging";
import { noPrinters, type Printer, type PrintSetup } from "../../../../electron/contract/printers";
import { fail, ok } from "../../../../electron/contract/result";

const near: Printer = { id: "near", name: "Near", kind: "queue", reach: "local" };
const far: Printer = { id: "far", name: "Far", kind: "queue", reach: "network" };
const setup: PrintSetup = { printer: null, paper: "a4", agreed: [] };
const page: Page = {
  printers: { found: [near, far], silent: false },
  listing: false,
  printing: null,
  problem: null,
};
const order = (printer: string, reachAccepted = false): FrameEvent => ({
  type: "print-page",
  printer,
  paper: "letter",
  reachAccepted,
});

describe("the printing of a page", () => {
  it("begins with a look for printers", () => {
    const step = paging(null, setup, { type: "choose-page" });
    expect(step).toMatchObject({
      page: { listing: true, printers: noPrinters },
      task: "list-printers",
      printed: false,
    });
    expect(
      paging(step?.page ?? null, setup, { type: "printers", printers: { found: [near], silent: true } })
        ?.page,
    ).toMatchObject({
      listing: false,
      printers: { found: [near], silent: true },
    });
  });

  it("waits for the printers, and then for the page", () => {
    const listing: Page = { ...page, listing: true };
    expect(paging(listing, setup, order("near"))).toBe(null);
    expect(paging(listing, setup, { type: "leave-page" })).toBe(null);
    const printing: Page = { ...page, printing: near };
    expect(paging(printing, setup, { type: "leave-page" })).toBe(null);
    expect(paging(printing, setup, { type: "find-printers" })).toBe(null);
    expect(paging(null, setup, { type: "page-printed", result: ok(null) })).toBe(null);
    expect(paging(page, setup, { type: "choose-page" })).toBe(null);
  });

  it("remembers the printer and the paper for what is printed next", () => {
    const step = paging(page, setup, order("near"));
    expect(step).toMatchObject({
      page: { printing: near, problem: null },
      setup: { printer: "near", paper: "letter" },
      task: { printer: near },
    });
    expect(paging(step?.page ?? null, setup, { type: "page-printed", result: ok(null) })).toMatchObject({
      page: null,
      printed: true,
    });
  });

  it("asks before it sends a page over a network, once", () => {
    const asked = paging(page, setup, order("far"));
    expect(asked?.page?.problem).toEqual({ code: "print.confirm-reach", reach: "network" });
    expect(asked?.task).toBe(null);
    const agreed = paging(page, setup, order("far", true));
    expect(agreed?.setup.agreed).toEqual(["network far"]);
    expect(paging(page, agreed?.setup ?? setup, order("far"))?.task).toEqual({ printer: far });
  });

  it("shows why a page did not come, and lets another printer be chosen", () => {
    const failed = fail({ code: "print.failed", reason: "jam" } as const);
    const step = paging({ ...page, printing: near }, setup, { type: "page-printed", result: failed });
    expect(step).toMatchObject({ page: { printing: null, problem: failed.error }, printed: false });
    expect(paging(step?.page ?? null, setup, order("gone"))?.page?.problem).toEqual({
      code: "print.unknown-printer",
    });
    expect(paging(step?.page ?? null, setup, { type: "find-printers" })).toMatchObject({
      page: { listing: true, problem: null },
      task: "list-printers",
    });
    expect(paging(step?.page ?? null, setup, { type: "leave-page" })).toMatchObject({
      page: null,
      printed: false,
    });
  });
});
