import { mkdir, open as openFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { blank } from "../bench/scan/pictures/picture";
import { makeVaultFile } from "../unit/ceremony/held-vault";
import { drops } from "./drive/drop";
import { cameraShowing, emptyDesk, photographs, writeFilm } from "./drive/film";
import { wordsOf } from "./drive/paper.mjs";
import { movingGif, movingPng, pageAsJpeg, pageOfCodes, toPng, withFalseSize } from "./drive/pictures";
import { beginRehearsal, pdfFiles, type Rehearsal, smallPlan } from "./drive/rehearsal";
import { RenewalAtTheKeyboard, sampleRenewal } from "./drive/renewal.mjs";
import { test } from "./drive/test";
import { meetsWcag } from "./drive/wcag";

const camera = "Scan the code with the camera";
const picture = "Open a picture of the sheet";
const stop = "Stop the camera";

test.describe("a camera", () => {
  let rehearsal: Rehearsal;
  let film: string;
  test.beforeEach(async ({ folder, open }) => {
    test.slow();
    film = join(folder, "film.y4m");
    rehearsal = await beginRehearsal(await open({ switches: cameraShowing(film) }), smallPlan(folder));
    await watchTracks(rehearsal.page);
    await rehearsal.ceremony.prints(1, pdfFiles);
    await rehearsal.ceremony.presses("Yes, I have the page");
    await rehearsal.ceremony.sees("Read the sheet back");
  });

  test("reads the sheet that was just printed, and is off before the words are asked", async () => {
    const { ceremony, page, sheet } = rehearsal;
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await watchPictures(page);
    await writeFilm(film, [...emptyDesk(), ...(await photographs(sheet(1)))]);
    await ceremony.presses(camera);
    await expect(page.getByText("28 of 31 words entered")).toBeVisible();
    expect(await running(page)).toEqual([]);
    expect(await picturesKept(page)).toBe(0);
    await expect(page.locator("video")).toHaveCount(0);
    // The library would fetch its module from a CDN, were it left to itself.
    expect(requests).toEqual([expect.stringMatching(/^app:\/\/ceremony\/assets\/zxing_reader-[^/]*\.wasm$/)]);
    await typesAskedWords(rehearsal, 1);
    await ceremony.sees("The share is proven");
  });

  test("says what else it sees, and goes on looking", async () => {
    const { ceremony, page, sheet } = rehearsal;
    for (const [codes, sentence] of [
      [
        ["KCW1:00112233445566778899AABBCCDDEEFF"],
        /^This is the code of a Wrapping Key sheet, not of a share\./,
      ],
      [["KCT1:ABCDEFGHIJ"], /^This is the test code of the printer proof, not of a share\./],
      [["https://example.org/"], /^This code is not one of a share\./],
      [tenCodes, "More than one code is in view. Nothing was entered. Show one sheet only."],
    ] as const) {
      await writeFilm(film, [...emptyDesk(), pageOfCodes(codes)]);
      await ceremony.presses(camera);
      await expect(page.locator(".scan").getByRole("status")).toHaveText(sentence);
      expect(await running(page)).toEqual([film]);
      await ceremony.presses(stop);
      expect(await running(page)).toEqual([]);
      await expect(page.getByLabel("Word 1", { exact: true })).toBeFocused();
    }
    await writeFilm(film, [pageOfCodes(["https://example.org/"]), ...(await photographs(sheet(1)))]);
    await ceremony.presses(camera);
    await expect(page.getByText("28 of 31 words entered")).toBeVisible();
  });

  test("is off in a hidden window, behind a question, when it is lost, and is then offered again", async () => {
    const { ceremony, page } = rehearsal;
    await writeFilm(film, emptyDesk());
    const films = async () => {
      await ceremony.presses(camera);
      await page.getByText("Hold the code inside the frame.").waitFor();
      expect(await running(page)).toEqual([film]);
    };
    const isOff = async () => {
      await expect(page.locator("video")).toHaveCount(0);
      expect(await running(page)).toEqual([]);
    };
    await films();
    await isHidden(page, true);
    await isOff();
    await isHidden(page, false);
    await ceremony.isTold(/^The camera was switched off because the window was hidden\./);

    await films();
    await ceremony.presses("Abort the ceremony");
    await isOff();
    await ceremony.presses("Keep going");

    await films();
    await loseCamera(rehearsal);
    await isOff();
    await ceremony.isTold(/^The camera stopped or was unplugged\. Nothing was entered\./);

    // A part of the page that breaks leaves no camera on.
    await page.evaluate(() => {
      OffscreenCanvas.prototype.getContext = () => null;
    });
    await ceremony.presses(camera);
    await ceremony.isTold(/^The part of the app that reads codes did not work\. Nothing was entered\./);
    await isOff();
    await page.reload();
    await watchTracks(page);

    await films();
    await page.reload();
    await ceremony.sees("Read the sheet back");
    await expect(page.getByRole("button", { name: camera })).toBeVisible();
  });

  test("is for this step alone, and never with sound or the screen", async () => {
    const { app, ceremony, page, sheet } = rehearsal;
    await writeFilm(film, emptyDesk());
    expect(await asksFor(page, { video: true })).toBe("given");
    expect(await asksFor(page, { audio: true })).toBe("NotAllowedError");
    expect(await asksFor(page, { video: true, audio: true })).toBe("NotAllowedError");
    await expect(page.evaluate(() => navigator.mediaDevices.getDisplayMedia())).rejects.toThrow();

    // As a system does that keeps its cameras to itself.
    await app.evaluate(({ session }) => {
      session
        .fromPartition("main")
        .setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    });
    await ceremony.presses(camera);
    await ceremony.isTold(
      /^The camera was refused to this app by the system\. .* or type what stands on it\.$/,
    );

    const loaded = page.waitForEvent("load");
    await ceremony.typesWords(await wordsOf(sheet(1)));
    await loaded;
    await ceremony.sees("The share is proven");
    expect(await asksFor(page, { video: true })).toBe("NotAllowedError");
  });

  test("is taken back at the next step from a page that keeps it, and asks to stay", async () => {
    const { ceremony, page, sheet } = rehearsal;
    await writeFilm(film, [...emptyDesk(), ...(await photographs(sheet(1)))]);
    let frames = 0;
    await page.exposeFunction("frameSeen", () => {
      frames += 1;
    });
    await page.evaluate(async () => {
      const video = document.createElement("video");
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      await video.play();
      const { frameSeen } = window as unknown as { frameSeen: () => void };
      const see = () => {
        frameSeen();
        video.requestVideoFrameCallback(see);
      };
      see();
      window.onbeforeunload = () => "The page would rather stay.";
    });
    await expect.poll(() => frames).toBeGreaterThan(3);

    const loaded = page.waitForEvent("load");
    await ceremony.presses("Print again");
    await loaded;
    const seen = frames;
    await ceremony.sees("Destroy the sheet");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    expect(await asksFor(page, { video: true })).toBe("NotAllowedError");
    await ceremony.presses("Nobody else saw it; it is destroyed");
    await ceremony.presses("Print the sheet");
    await ceremony.sees("Did the page come out?");
    expect(frames).toBe(seen);
  });
});

test("the current Wrapping Key comes from its sheet by the camera, which is lent for that step alone", async ({
  folder,
  open,
}) => {
  const film = join(folder, "film.y4m");
  const { page } = await open({ switches: cameraShowing(film) });
  const vault = await makeVaultFile(folder);
  const rotate = new RenewalAtTheKeyboard(page);
  await rotate.plansNewKey(sampleRenewal("rotate", vault.path, { wrappingKey: join(folder, "new-key.txt") }));
  await rotate.acceptsPlan(true);
  await rotate.sees("Bring the current Wrapping Key");
  await rotate.chooses("radio", "On a sheet");
  await watchTracks(page);
  await writeFilm(film, [...emptyDesk(), pageOfCodes([vault.sheets[0]?.qr ?? ""])]);
  await rotate.presses(camera);
  await expect(page.locator(".scan").getByRole("status")).toHaveText(
    /^This is the code of a share, not of a/,
  );
  expect(await running(page)).toEqual([film]);
  await meetsWcag(page, "current-key, filming");
  await rotate.presses(stop);
  expect(await running(page)).toEqual([]);
  await rotate.sees("Bring the current Wrapping Key");

  await writeFilm(film, [...emptyDesk(), pageOfCodes([`KCW1:${vault.wrappingKey.toUpperCase()}`])]);
  // The page was given the camera, so that it is loaded anew for the next step.
  const loaded = page.waitForEvent("load");
  await rotate.presses(camera);
  await loaded;
  await rotate.sees("Deliver the Wrapping Key");
  expect(await asksFor(page, { video: true })).toBe("NotAllowedError");
});

test("one of several cameras is chosen by its name, in a pane that meets WCAG 2.2 AA", async ({
  folder,
  open,
}) => {
  const switches = ["--use-fake-device-for-media-stream=device-count=3"];
  const { ceremony, page } = await beginRehearsal(await open({ switches }), smallPlan(folder));
  await watchTracks(page);
  await ceremony.prints(1, pdfFiles);
  await ceremony.presses("Yes, I have the page");
  await ceremony.presses(camera);
  const choice = page.getByLabel("Camera", { exact: true });
  await expect(choice.getByRole("option")).toHaveText(["fake_device_0", "fake_device_1", "fake_device_2"]);
  await choice.selectOption("fake_device_2");
  await expect.poll(() => running(page)).toEqual(["fake_device_2"]);
  await expect(choice.locator("option:checked")).toHaveText("fake_device_2");
  await meetsWcag(page, "the camera's pane");
});

test.describe("without a camera", () => {
  let rehearsal: Rehearsal;
  test.beforeEach(async ({ folder, open }) => {
    rehearsal = await beginRehearsal(await open(), smallPlan(folder));
  });

  test("that is said, and a picture of the sheet is opened or dropped", async ({ folder }) => {
    test.slow();
    const { ceremony, page, sheet } = rehearsal;
    await ceremony.prints(1, pdfFiles);
    await ceremony.presses("Yes, I have the page");
    await ceremony.presses(camera);
    await ceremony.isTold(/^No camera was found\. Nothing was entered\. Open a picture of the sheet,/);

    const photograph = join(folder, "photograph.png");
    const [held] = await photographs(sheet(1));
    if (held === undefined) throw new Error("No photograph was taken.");
    await writeFile(photograph, toPng(held));
    const dialog = page.waitForEvent("filechooser");
    await ceremony.presses(picture);
    await (await dialog).setFiles(photograph);
    await typesAskedWords(rehearsal, 1);
    await ceremony.sees("The share is proven");
    await ceremony.sealsBag();

    // Another's sheet is told by main, and takes nothing away.
    await ceremony.prints(2, pdfFiles);
    await ceremony.presses("Yes, I have the page");
    await drops(page, [photograph]);
    await ceremony.isTold(/^These are the words of share 1, another custodian’s\./);
    await drops(page, [await pageAsJpeg(sheet(2), 150)]);
    await typesAskedWords(rehearsal, 2);
    await ceremony.sees("The share is proven");
  });
});

test.describe("a picture that is none of the sheet", () => {
  test("is refused in a sentence of its own, and the ceremony goes on", async ({ folder, open }) => {
    test.slow();
    const rehearsal = await beginRehearsal(await open(), smallPlan(folder));
    const { ceremony, page, sheet } = rehearsal;
    await ceremony.prints(1, pdfFiles);
    await ceremony.presses("Yes, I have the page");
    const at = (name: string) => join(folder, name);
    const give = async (name: string, content: Uint8Array | string) => {
      await writeFile(at(name), content);
      return at(name);
    };
    const codes = (texts: readonly string[]) => toPng(pageOfCodes(texts));
    const sound = codes(["KC1:0"]);
    const damaged = Buffer.from(sound).fill(0, 2000, 2100);
    const huge = await pageAsJpeg(sheet(1), 800);
    const large = await openFile(at("large.png"), "w");
    await large.truncate(65e6);
    await large.close();
    await mkdir(at("folder.png"));

    const pictures: readonly (readonly [path: string, sentence: RegExp])[] = [
      [
        await give("60.png", toPng(blank(10_000, 6_000, 255))),
        /^This picture has 60 megapixels, and at most 40 /,
      ],
      [huge, /^This picture has 6\d megapixels, and at most 40 /],
      [
        await give("false.jpg", withFalseSize(await readFile(huge))),
        /^This picture is damaged or not complete\./,
      ],
      [await give("moving.png", movingPng(sound)), /^This picture has several frames,/],
      [await give("damaged.png", damaged), /^This picture is damaged or not complete\./],
      [await give("short.png", sound.subarray(0, 300)), /^This picture is damaged or not complete\./],
      [sheet(1), /^This is a PDF, not a picture\./],
      [await give("moving.gif", movingGif()), /^This is a GIF, whose picture may change/],
      [await give("text.png", "Dear vault,"), /^This is not a PNG or JPEG picture\./],
      [await give("empty.png", ""), /^This file is empty\./],
      [at("large.png"), /^This file is larger than 64 MB\./],
      [at("folder.png"), /^This file could not be read\./],
      [await give("white.png", toPng(blank(1280, 720, 255))), /^No code was found in this picture\./],
      [await give("other.png", codes(["https://example.org/"])), /^This code is not one of a share\./],
      [await give("key.png", codes(["KCW1:00FF"])), /^This is the code of a Wrapping Key sheet/],
      [await give("proof.png", codes(["KCT1:ABCD"])), /^This is the test code of the printer proof/],
      [await give("ten.png", codes(tenCodes)), /^More than one code is in view\./],
      [await give("false.png", codes(["KC1:0"])), /^This is not the text of a share’s QR code/],
      [await give("foreign.png", codes([await realShare()])), /^This is another sheet: a whole share,/],
    ];
    for (const [path, sentence] of pictures) {
      await drops(page, [path]);
      await ceremony.isTold(sentence);
    }
    await drops(page, [at("white.png"), at("other.png")]);
    await ceremony.isTold(/^These are several files\. None was opened\./);
    await drops(page, [await pageAsJpeg(sheet(1), 150)]);
    await typesAskedWords(rehearsal, 1);
    await ceremony.sees("The share is proven");
  });

  test("moves no other screen when it is dropped there", async ({ folder, open }) => {
    const { page } = await open();
    await page.getByRole("heading", { name: "What would you like to do?" }).waitFor();
    await writeFile(join(folder, "page.html"), "<h1>Elsewhere</h1>");
    await drops(page, [join(folder, "page.html")]);
    expect(page.url()).toBe("app://ceremony/index.html");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What would you like to do?");
  });
});

/** The code's text of a production share that is not from this machine. */
async function realShare(): Promise<string> {
  const vectors = new URL("../vectors/keystores.json", import.meta.url);
  return JSON.parse(await readFile(vectors, "utf8")).vaults[0].shares[0].qr;
}

const tenCodes = Array.from({ length: 10 }, (_, at) => `KC1:${String(at).repeat(10)}`);

/** Keeps every track that the page is given, to see later whether it still runs. */
async function watchTracks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    const given: MediaStreamTrack[] = [];
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      given.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { given });
  });
}

/** Keeps every picture that the page takes from its canvas, to see later what is left of it. */
async function watchPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = OffscreenCanvasRenderingContext2D.prototype;
    const take = canvas.getImageData;
    const pictures: ImageData[] = [];
    canvas.getImageData = function (...place) {
      const picture = take.apply(this, place);
      pictures.push(picture);
      return picture;
    };
    Object.assign(window, { pictures });
  });
}

/** How many of the pictures that it took can still be seen. */
async function picturesKept(page: Page): Promise<number> {
  const [taken, kept] = await page.evaluate(() => {
    const { pictures } = window as unknown as { pictures: ImageData[] };
    return [pictures.length, pictures.filter(({ data }) => data.some((value) => value !== 0)).length];
  });
  expect(taken).toBeGreaterThan(0);
  return kept;
}

/** The cameras and microphones that are on, by their names. The camera with a film has the film's. */
function running(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { given } = window as unknown as { given: MediaStreamTrack[] };
    return given.filter(({ readyState }) => readyState === "live").map(({ label }) => label);
  });
}

/** Types the words that are asked for besides the code, as they stand on the sheet. */
async function typesAskedWords({ ceremony, page, sheet }: Rehearsal, index: number): Promise<void> {
  await page.getByText("28 of 31 words entered").waitFor();
  const words = await wordsOf(sheet(index));
  const open = await page.getByRole("textbox").evaluateAll((cells) => cells.map((cell) => cell.ariaLabel));
  for (const label of open) {
    const word = words[Number(label?.replace("Word ", "")) - 1] ?? "";
    await ceremony.types(word.slice(0, 4));
    if (word.length === 3) await ceremony.hits("Space");
  }
}

/** What the page is told when its window is hidden or shown: Playwright keeps every page visible, whatever its window is. */
async function isHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, value });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

/** Ends the process in which Chromium runs cameras: to the page, its camera was unplugged. */
async function loseCamera({ app }: Rehearsal): Promise<void> {
  await app.evaluate(({ app }) => {
    const cameras = app.getAppMetrics().filter(({ name }) => name === "Video Capture");
    if (cameras.length !== 1) throw new Error(`There are ${cameras.length} processes with a camera.`);
    for (const { pid } of cameras) process.kill(pid, "SIGKILL");
  });
}

/** Asks for a camera or a microphone past every button, and lets go of it: whether it was given. */
function asksFor(page: Page, constraints: MediaStreamConstraints): Promise<string> {
  return page.evaluate(async (asked) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(asked);
      for (const track of stream.getTracks()) track.stop();
      return "given";
    } catch (error) {
      return error instanceof DOMException ? error.name : String(error);
    }
  }, constraints);
}
