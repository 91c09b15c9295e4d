import { describe, expect, it } from "vitest";
import { MAIN_PAGE, pageOf } from "../../../electron/shell/addresses";

describe("pageOf", () => {
  it.each(["", "#", "#main", "#a#b", "#\n"])("leaves the fragment %j away", (fragment) => {
    expect(pageOf(`${MAIN_PAGE}${fragment}`)).toBe(MAIN_PAGE);
  });

  it("leaves a query where it is, so that it is another address", () => {
    expect(pageOf(`${MAIN_PAGE}?x#y`)).toBe(`${MAIN_PAGE}?x`);
  });
});
