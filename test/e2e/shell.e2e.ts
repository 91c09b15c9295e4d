import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type ElectronApplication, expect } from "@playwright/test";
import { test as base } from "./drive/test";

const home = { name: "What would you like to do?" };
const mainPage = "app://ceremony/index.html";

/** These tests begin when the first screen is there: a page that is still loading would take its own turns. */
const test = base.extend({
  open: async ({ open }, use) => {
    await use(async (options) => {
      const opened = await open(options);
      await opened.page.getByRole("heading", home).waitFor();
      return opened;
    });
  },
});

test.describe("the page", () => {
  test("gets its bridge and nothing of Node", async ({ open }) => {
    const { page } = await open();
    expect(page.url()).toBe(mainPage);
    const seen = await page.evaluate(() =>
      ["ceremony", "sheet", "require", "process"].map((name) => name in window),
    );
    expect(seen).toEqual([true, false, false, false]);
  });

  test("may turn no text into markup or script", async ({ open }) => {
    const { page } = await open();
    const refusals = await page.evaluate(() => {
      const attempts = [
        () => {
          document.createElement("p").innerHTML = "<b>bold</b>";
        },
        () => {
          document.createElement("script").textContent = "0";
        },
        () => setTimeout("0"),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return "allowed";
        } catch {
          return "refused";
        }
      });
    });
    expect(refusals).toEqual(["refused", "refused", "refused"]);
  });

  test("is denied every permission", async ({ open }) => {
    const { page } = await open();
    const states = await page.evaluate(async () => {
      const names = ["camera", "microphone", "geolocation", "notifications", "clipboard-read", "midi"];
      const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      return (await Promise.all(asked)).map(({ state }) => state);
    });
    expect(new Set(states)).toEqual(new Set(["denied"]));
    await expect(page.evaluate(() => navigator.clipboard.readText())).rejects.toThrow(
      "blocked because of a permissions policy",
    );
  });

  test("stays where it is, wherever it is sent", async ({ open }) => {
    const { app, page } = await open();
    for (const address of [
      "https://example.org/",
      "app://ceremony/sheet.html",
      "file:///etc/hostname",
      "data:text/html,other",
    ]) {
      await page.evaluate((href) => {
        const link = Object.assign(document.createElement("a"), { href });
        document.body.append(link);
        link.click();
      }, address);
      await expect.poll(() => headingIn(app)).toBe(home.name);
      expect(
        await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL())),
      ).toEqual([mainPage]);
    }
  });

  test("comes back from about:blank, which cannot be denied", async ({ open }) => {
    const { app } = await open();
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const left = new Promise<void>((resolve) => contents?.once("did-navigate", () => resolve()));
      await contents?.executeJavaScript("void (location.href = 'about:blank')");
      await left;
    });
    await expect.poll(() => headingIn(app)).toBe(home.name);
  });

  test("opens no other window", async ({ open }) => {
    const { app, page } = await open();
    for (const address of ["https://example.org/", "app://ceremony/sheet.html", "about:blank"]) {
      expect(await page.evaluate((url) => window.open(url), address)).toBeNull();
    }
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  test("shows the same view after a reload, and after it crashed", async ({ open }) => {
    const { app, page } = await open();
    await page.getByRole("button", { name: "Rehearse" }).click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).not.toHaveText(home.name);
    const before = await headingIn(app);
    await page.reload();
    await expect(heading).toHaveText(before);
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>((resolve) => contents?.once("did-finish-load", () => resolve()));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    await expect.poll(() => headingIn(app)).toBe(before);
  });

  test("becomes larger, smaller and usual again by the keyboard", async ({ open }) => {
    const { app } = await open();
    const levelAfter = (keyCode: string) =>
      app.evaluate(({ BrowserWindow }, key) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.sendInputEvent({ type: "keyDown", keyCode: key, modifiers: ["control"] });
        return contents?.getZoomLevel();
      }, keyCode);
    expect(await levelAfter("=")).toBe(0.5);
    expect(await levelAfter("0")).toBe(0);
    expect(await levelAfter("-")).toBe(-0.5);
  });
});

test("the window fits a screen that is scaled, and its page scrolls", async ({ open }) => {
  // 800 × 600 of the test's display of 1600 × 1200: less than the least size that a larger screen has.
  const { app, page } = await open({ switches: ["--force-device-scale-factor=2"] });
  const area = await app.evaluate(({ screen }) => screen.getPrimaryDisplay().workAreaSize);
  const window = await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    return { least: shown?.getMinimumSize(), size: shown?.getContentSize() };
  });
  expect(window.size?.[0]).toBeLessThanOrEqual(area.width);
  expect(window.size?.[1]).toBeLessThanOrEqual(area.height);
  expect(window.least?.[0]).toBeLessThanOrEqual(area.width);
  expect(window.least?.[1]).toBeLessThanOrEqual(area.height);
  expect(await page.evaluate(() => innerHeight)).toBeLessThanOrEqual(area.height);
  const last = page.getByRole("button").last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test("no file but the app's own has an address", async ({ open }) => {
  const { app } = await open();
  const fetched = (addresses: string[]) =>
    app.evaluate(async ({ session }, urls) => {
      const answers = urls.map(async (url) => {
        const answer = await session.fromPartition("main").fetch(url);
        return { url, status: answer.status, policy: answer.headers.get("content-security-policy") };
      });
      return Promise.all(answers);
    }, addresses);
  const policy = expect.stringMatching(/^default-src 'none'; /);
  expect(await fetched([mainPage])).toEqual([{ url: mainPage, status: 200, policy }]);
  const others = [
    "app://ceremony/",
    "app://ceremony/index.html?x",
    "app://ceremony//index.html",
    "app://ceremony/INDEX.HTML",
    "app://ceremony/assets",
    "app://ceremony/../main.cjs",
    "app://ceremony/%2e%2e/main.cjs",
    "app://ceremony/assets/..%2f..%2fmain.cjs",
    "app://ceremony/assets/..%5c..%5cmain.cjs",
    "app://elsewhere/index.html",
  ];
  expect(await fetched(others)).toEqual(others.map((url) => ({ url, status: 404, policy })));
});

test.describe("the network", () => {
  let server: Server;
  let requests: number;
  let address: string;
  test.beforeEach(async () => {
    requests = 0;
    server = createServer((_request, response) => {
      requests += 1;
      response.end("here");
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  test.afterEach(() => {
    server.close();
  });

  test("is out of reach of the page", async ({ open }) => {
    const { page } = await open();
    await expect(page.evaluate((url) => fetch(url), address)).rejects.toThrow("Failed to fetch");
    const picture = await page.evaluate((src) => {
      const image = Object.assign(new Image(), { src });
      return new Promise((resolve) => {
        image.onload = () => resolve("loaded");
        image.onerror = () => resolve("refused");
      });
    }, address);
    expect(picture).toBe("refused");
    expect(requests).toBe(0);
  });

  test("is out of reach of every session, whatever a page's policy says", async ({ open }) => {
    const { app } = await open();
    const outcomes = await app.evaluate(async ({ session }, url) => {
      const sessions = [
        session.defaultSession,
        ...["main", "sheet", "another"].map((name) => session.fromPartition(name)),
      ];
      const attempts = sessions.map((one) => one.fetch(url).catch((error: Error) => error.message));
      return (await Promise.all(attempts)).map(String);
    }, address);
    expect(new Set(outcomes)).toEqual(new Set(["net::ERR_BLOCKED_BY_CLIENT"]));
    expect(requests).toBe(0);
  });
});

test.describe("the border", () => {
  test("refuses another window that shows the same page, and says so", async ({ open }) => {
    const { app, said } = await open();
    const answer = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
      const preload = `${electronApp.getAppPath()}/dist/preload.cjs`;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, partition: "main", sandbox: true },
      });
      await stranger.loadURL("app://ceremony/index.html");
      const outcome = await stranger.webContents.executeJavaScript(
        "window.ceremony.send.getView({ ceremonyId: null, revision: 0 }, null)",
      );
      stranger.destroy();
      return outcome;
    });
    expect(answer).toEqual({ ok: false, error: { code: "border.refused-sender" } });
    expect(said.join("")).toContain("Key Ceremony: refused the command getView from a stranger.");
  });

  test("refuses an input that is not the command's", async ({ open }) => {
    const { page } = await open();
    const answer = await page.evaluate(() =>
      window.ceremony.send.getView({ ceremonyId: null, revision: 0 }, "more" as unknown as null),
    );
    expect(answer).toEqual({ ok: false, error: { code: "border.bad-input", command: "getView" } });
  });
});

test.describe("the process", () => {
  test("brings the first to the front when it is started again", async ({ open }) => {
    const { app } = await open();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const [executable, ...args] = await app.evaluate(() =>
      process.argv.filter((arg) => !/inspect|debugging/.test(arg)),
    );
    const second = await endOf(executable, args);
    expect(second).toMatchObject({ code: 0 });
    expect(second.said).toContain("Key Ceremony is already open.");
    const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(visible).toBe(true);
  });

  test("says why it does not start where its folder cannot be used", async ({ folder, open }) => {
    const { app } = await open();
    const [executable, ...args] = await app.evaluate(() =>
      process.argv.filter((arg) => !/inspect|debugging|user-data-dir/.test(arg)),
    );
    await writeFile(join(folder, "file"), "");
    const refused = await endOf(executable, [`--user-data-dir=${folder}/file/profile`, ...args]);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toContain(
      `Key Ceremony did not start: its folder “${folder}/file/profile” cannot be created: there is a file`,
    );
  });

  test("ends with 0 when its window is closed while nothing is under way", async ({ open }) => {
    const { app } = await open();
    const ended = once(app.process(), "exit");
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toEqual([0, null]);
  });

  test("leaves no share on the clipboard that another program put there", async ({ open }) => {
    const { app: other } = await open();
    const lies = () => other.evaluate(({ clipboard }) => clipboard.readText());
    await other.evaluate(({ clipboard }) =>
      clipboard.writeText("abandon ability able about above absent absorb abstract absurd abuse"),
    );
    const { app } = await open();
    expect(await lies()).toContain("abandon ability");
    const ended = once(app.process(), "exit");
    app.process().kill("SIGTERM");
    await ended;
    expect(await lies()).toBe("");
  });

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    test(`ends by ${signal} with ${code}`, async ({ open }) => {
      const { app } = await open();
      const ended = once(app.process(), "exit");
      app.process().kill(signal);
      expect(await ended).toEqual([code, null]);
    });
  }
});

/** How another start of the app ends, and what it says on standard error. */
async function endOf(executable: string | undefined, args: readonly string[]) {
  const started = spawn(executable ?? "", args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  started.stderr.on("data", (data) => {
    said += String(data);
  });
  const [code] = await once(started, "close");
  return { code, said };
}

/** The heading on screen, asked for through main: Playwright waits for ever after a navigation that was denied. */
function headingIn(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "document.querySelector('h1')?.textContent",
    ),
  );
}
