import { expect, it } from "vitest";
import { judgeCoreDumps, readCoreDumps } from "../../../electron/preflight/core-dumps";
import { type Entry, systemFolder } from "./system-folder";

const limits = (soft: string) => ({
  "/proc/self/limits": [
    "Limit                     Soft Limit           Hard Limit           Units     ",
    "Max stack size            8388608              unlimited            bytes     ",
    `Max core file size        ${soft.padEnd(20)} unlimited            bytes     `,
    "Max processes             96365                96365                processes ",
  ].join("\n"),
});
const pattern = (text: string) => ({ "/proc/sys/kernel/core_pattern": `${text}\n` });

async function look(entries: Record<string, Entry>) {
  return judgeCoreDumps(await readCoreDumps(await systemFolder(entries)));
}

it.each(["core", "/var/crash/core.%p", "", "|/bin/false", "|/usr/bin/true %p"])(
  "is good with the limit 0 and dumps to %j",
  async (text) => {
    expect(await look({ ...limits("0"), ...pattern(text) })).toMatchObject({ verdict: "good" });
  },
);

it.each([
  ["|/usr/lib/systemd/systemd-coredump %P %u", "/usr/lib/systemd/systemd-coredump"],
  ["|/usr/share/apport/apport -p%p", "/usr/share/apport/apport"],
  ["@/run/coredump.socket", "@/run/coredump.socket"],
  ["|", "a program without a name"],
])("is red where dumps go to %j, whatever the limit is", async (text, handler) => {
  expect(await look({ ...limits("0"), ...pattern(text) })).toEqual({
    verdict: "red",
    found: `A crash would hand the app’s memory to ${handler}, whatever the limit is.`,
  });
  expect(await look(pattern(text))).toMatchObject({ verdict: "red" });
});

it.each(["unlimited", "1024"])("is red with the limit %s", async (soft) => {
  expect(await look({ ...limits(soft), ...pattern("core") })).toMatchObject({ verdict: "red" });
  expect(await look(limits(soft))).toMatchObject({ verdict: "red" });
});

it.each<[string, Record<string, Entry>]>([
  ["nothing", {}],
  ["no pattern", limits("0")],
  ["no limit", { "/proc/self/limits": "\u0000\u00ff", ...pattern("core") }],
])("is not known where there is %s", async (_, entries) => {
  expect(await look(entries)).toMatchObject({ verdict: "not-known" });
});
