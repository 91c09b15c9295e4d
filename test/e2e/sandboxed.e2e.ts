import { readdir, readFile } from "node:fs/promises";
import { type ElectronApplication, expect } from "@playwright/test";
import { GenerationAtTheKeyboard } from "./drive/generation.mjs";
import { normalUser } from "./drive/normal-user.mjs";
import { recordName } from "./drive/record";
import { test } from "./drive/test";

test("a normal user holds a rehearsal with every page in Chromium's sandbox", async ({ folder, open }) => {
  test.skip(process.platform !== "linux", "the sandbox is looked at through /proc, which only Linux has");
  test.slow();
  const user = await normalUser();
  try {
    test.skip(
      !user.sandbox,
      "this system, a container perhaps, refuses the user namespaces that the sandbox needs",
    );
    await user.own(folder);
    const { app, page } = await open({ user });
    expect(await sandboxOf(await rendererOf(app))).toEqual({
      seccomp: "2",
      uid: expect.not.stringMatching(/^0$/),
    });
    await expect(page.getByText("No sandbox")).toHaveCount(0);

    const rehearsal = new GenerationAtTheKeyboard(page);
    await rehearsal.rehearses(folder);
    expect((await readdir(folder)).sort()).toEqual([
      expect.stringMatching(recordName),
      "keystore.json",
      "sheets",
      "wrapping-key.txt",
    ]);
  } finally {
    await user.leave();
  }
});

/** The process of the main window's page. */
function rendererOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

/** What the kernel says of a process: its seccomp mode (2: filtered) and its user. */
async function sandboxOf(pid: number) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const line = (name: string) => new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1];
  return { seccomp: line("Seccomp"), uid: line("Uid") };
}
