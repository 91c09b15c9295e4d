import { join } from "node:path";
import { expect } from "@playwright/test";
import { cameraShowing, emptyDesk, photographs, writeFilm } from "./drive/film";
import { beginRehearsal, pdfFiles, smallPlan } from "./drive/rehearsal";
import { test } from "./drive/test";

test("the camera reads the sheet that was just printed", async ({ folder, open }) => {
  test.slow();
  const film = join(folder, "film.y4m");
  const rehearsal = await beginRehearsal(await open({ switches: cameraShowing(film) }), smallPlan(folder));
  const { ceremony, page, sheet } = rehearsal;
  await ceremony.prints(1, pdfFiles);
  await writeFilm(film, [...emptyDesk(), ...emptyDesk(), ...emptyDesk(), ...(await photographs(sheet(1)))]);
  await ceremony.presses("Yes, I have the page");
  await ceremony.sees("Read the sheet back");
  await ceremony.presses("Scan the code with the camera");
  await page.getByText("Hold the code inside the frame.").waitFor();
  await expect(page.getByText("28 of 31 words entered")).toBeVisible();
});
