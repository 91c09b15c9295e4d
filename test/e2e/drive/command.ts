import { expect, type Page } from "@playwright/test";
import type { CommandName, Input, Output } from "../../../electron/contract/commands";
import type { Result } from "../../../electron/contract/result";

/** Gives a command past every button, on the stamp of the screen that stands: what a page could do that was taken over. */
export function gives<N extends CommandName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>>> {
  return page.evaluate(
    async ([name, input]) => {
      const { send } = window.ceremony;
      const view = await send.getView({ ceremonyId: null, revision: 0 }, null);
      if (!view.ok) throw new Error(view.error.code);
      const { ceremonyId, revision } = view.value;
      return send[name]({ ceremonyId, revision }, input);
    },
    [name, input] as const,
  );
}

/** Expects that no way leads back to the plan of a ceremony that was started, by a button or past it. */
export async function staysStarted(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Back/ })).toHaveCount(0);
  for (const name of ["back", "goHome"] as const) {
    expect(await gives(page, name, null)).toEqual({ ok: false, error: { code: "ceremony.not-now" } });
  }
}
