import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, expect } from "@playwright/test";
import { test } from "./drive/test";

const project = fileURLToPath(new URL("../..", import.meta.url));
const rootOnly = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Makes a package and gives its folder. */
function makePackage(...args: string[]): string {
  const made = spawnSync(process.execPath, [join(project, "scripts", "package.mjs"), ...args], {
    encoding: "utf8",
  });
  expect(made.stdout).toContain("Its fuses are as they should be.");
  const [, folder = ""] = /^The app lies in (.*)\/\. Its fuses/m.exec(made.stdout) ?? [];
  return join(project, folder);
}

test("the packaged app starts with nothing but its own switches, and says so", async ({ folder }) => {
  test.skip(process.platform !== "linux", "the package of this machine's system is looked at on Linux only");
  const app = makePackage();
  // The door that tests go through is not there at all.
  expect((await readFile(join(app, "resources", "app.asar"))).includes("remote-debugging-port=")).toBe(false);

  const files = join(folder, "files");
  await mkdir(files);
  for (const [what, args, env] of [
    ["--remote-debugging-port", ["--remote-debugging-port=0"], {}],
    ["--remote-debugging-pipe", ["--remote-debugging-pipe"], {}],
    ["--inspect", ["--inspect=0"], {}],
    ["--use-fake-ui-for-media-stream", ["--use-fake-ui-for-media-stream"], {}],
    ["--js-flags", ["--js-flags=--expose-gc"], {}],
    ["--log-net-log", [`--log-net-log=${files}/net.json`], {}],
    ["--load-extension", [`--load-extension=${files}`], {}],
    ["--renderer-cmd-prefix", ["--renderer-cmd-prefix=true"], {}],
    ["an argument that is no option", ["file"], {}],
    ["the environment variable ELECTRON_ENABLE_LOGGING", [], { ELECTRON_ENABLE_LOGGING: "1" }],
  ] as const) {
    const profile = `--user-data-dir=${join(folder, "profile")}`;
    const started = spawnSync(join(app, "key-ceremony"), [profile, ...rootOnly, ...args], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    expect(started.status, what).toBe(1);
    expect(started.stderr, what).toContain(
      `Key Ceremony did not start: it was started with ${what}. This is not one of its own options`,
    );
    expect(started.stderr, what).not.toMatch(/DevTools listening|Debugger listening/);
  }
  expect(await readdir(files)).toEqual([]);
});

test("a package opens from its archive, is no Node, and takes no debugger", async ({ folder }) => {
  test.skip(process.platform !== "linux", "the package of this machine's system is looked at on Linux only");
  test.slow();
  const executable = join(makePackage("--driven"), "key-ceremony");
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
