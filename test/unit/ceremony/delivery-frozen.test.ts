import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Effects } from "../../../electron/ceremony/effects";
import { noPrinters } from "../../../electron/contract/printers";
import { fail, ok } from "../../../electron/contract/result";
import { generate, place } from "./held-generation";
import { type HeldRoom, handOver, holdRoom, ordered, planAndBegin } from "./held-room";

const notNow = { ok: false, error: { code: "ceremony.not-now" } };

function file({ folder }: HeldRoom, name: string) {
  return { delivery: { way: "file", path: join(folder, name) }, order: null } as const;
}

/** A room whose printers can change, and what is sent to them may not come out. */
async function holdPrinters() {
  const there = { list: ["paper", "far"], comesOut: true };
  const printing: Effects["printing"] = {
    list: async () => ({
      found: there.list.map((id) => ({
        id,
        name: id,
        kind: "queue",
        reach: id === "far" ? "network" : "local",
      })),
      silent: false,
    }),
    print: async (sheet) => {
      held.printed.push(sheet);
      return there.comesOut
        ? ok({ job: "gone", files: "not-kept" })
        : fail({ code: "print.failed", reason: "no paper" });
    },
    toPdf: async () => ok(Buffer.from("%PDF-")),
  };
  const held: HeldRoom = await holdRoom({ printing });
  return { held, there };
}

it("the file of a new vault's Wrapping Key becomes neither another one nor paper, before it has failed", async () => {
  const held = await holdRoom();
  await planAndBegin(held);
  for (const index of [1, 2, 3, 4, 5]) await handOver(held, index);
  const planned = file(held, "wrapping-key.txt");
  expect(held.at("deliver")).toMatchObject({ elsewhere: false, delivery: planned.delivery });
  expect(await held.send("deliver", file(held, "elsewhere.txt"))).toEqual(notNow);
  expect(await held.send("deliver", { delivery: { way: "sheet" }, order: ordered("paper") })).toEqual(notNow);
  await writeFile(planned.delivery.path, "somebody else's");
  await held.must("deliver", planned);
  expect(held.at("deliver")).toMatchObject({ elsewhere: true, problem: { code: "file.exists" } });
  await held.must("deliver", file(held, "elsewhere.txt"));
  held.at("second-copy");
});

it("an order that no printer takes lets a sheet become no file", async () => {
  const { held, there } = await holdPrinters();
  await generate(held, place("deliver"));
  const onPaper = (printer: string) => ({ delivery: { way: "sheet" }, order: ordered(printer) }) as const;
  for (const [printer, problem] of [
    ["nowhere", "print.unknown-printer"],
    ["far", "print.confirm-reach"],
  ] as const) {
    await held.must("deliver", onPaper(printer));
    expect(held.at("deliver")).toMatchObject({ elsewhere: false, problem: { code: problem } });
    expect(await held.send("deliver", file(held, "key.txt"))).toEqual(notNow);
  }
  there.comesOut = false;
  await held.must("deliver", onPaper("paper"));
  expect(held.at("deliver").elsewhere).toBe(true);
});

it("paper has failed where there is no printer any more", async () => {
  const { held, there } = await holdPrinters();
  await generate(held, place("deliver"));
  expect(held.at("deliver").elsewhere).toBe(false);
  there.list = [];
  await held.must("findPrinters", null);
  expect(held.at("deliver")).toMatchObject({ printers: noPrinters, elsewhere: true });
});
