import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, expect } from "@playwright/test";
import { test } from "./drive/test";

const project = fileURLToPath(new URL("../..", import.meta.url));
const executable = join(project, "release", "linux-unpacked", "key-ceremony");
const rootOnly = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

test("the packaged app opens from its archive, is no Node, and takes no debugger", async ({ folder }) => {
  test.skip(process.platform !== "linux", "the package of this machine's system is looked at on Linux only");
  test.slow();
  const packaged = spawnSync(process.execPath, [join(project, "scripts", "package.mjs")], {
    encoding: "utf8",
  });
  expect(packaged.stdout).toContain("Its fuses are as they should be.");

  const profile = join(folder, "profile");
  await mkdir(profile);
  const args = [`--user-data-dir=${profile}`, "--remote-debugging-port=0", "--inspect=0", ...rootOnly];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "--require /nonexistent" };
  const app = spawn(executable, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(app, "exit");
  try {
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      app.once("exit", () => reject(new Error(`The app ended: ${said}`)));
      app.stderr.on("data", (data) => {
        said += String(data);
        const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    const [page] = browser.contexts().flatMap((context) => context.pages());
    if (page === undefined) throw new Error("The app shows no page.");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would you like to do?");
    expect(said).not.toContain("Debugger listening");
    await browser.close();
  } finally {
    app.kill("SIGTERM");
    await ended;
  }
});
