import { expect, it } from "vitest";
import { judgeMachine, readMachine } from "../../../electron/preflight/virtual-machine";
import { type Entry, systemFolder } from "./system-folder";

const cpu = (flags: string) => ({ "/proc/cpuinfo": `processor\t: 0\nflags\t\t: ${flags}\nbugs\t\t: mds\n` });
const dmi = (vendor: string, product: string) => ({
  "/sys/class/dmi/id/sys_vendor": `${vendor}\n`,
  "/sys/class/dmi/id/product_name": `${product}\n`,
});
const laptop = { ...cpu("fpu vme sse"), ...dmi("LENOVO", "20XW") };

async function look(entries: Record<string, Entry>) {
  return judgeMachine(await readMachine(await systemFolder(entries)));
}

it("is good where processor and firmware speak of none", async () => {
  expect(await look(laptop)).toEqual({
    verdict: "good",
    found: "The machine calls itself LENOVO 20XW, and nothing speaks of a virtual one.",
  });
});

it.each<[string, Record<string, Entry>]>([
  ["a hypervisor lends the processor", cpu("fpu hypervisor sse")],
  ["the machine calls itself QEMU Standard PC", dmi("QEMU", "Standard PC")],
  [
    "the machine calls itself Microsoft Corporation Virtual Machine",
    dmi("Microsoft Corporation", "Virtual Machine"),
  ],
  ["there is /.dockerenv", { "/.dockerenv": "" }],
  ["there is /run/systemd/container", { "/run/systemd/container": "lxc" }],
  ["there is /sys/hypervisor/type", { "/sys/hypervisor/type": "xen" }],
])("is red where %s", async (sign, entries) => {
  expect(await look({ ...laptop, ...entries })).toEqual({
    verdict: "red",
    found: `This runs inside another system: ${sign}.`,
  });
});

it.each<[string, Record<string, Entry>]>([
  ["nothing is told", {}],
  [
    "the processor has no such flag",
    { "/proc/cpuinfo": "Features\t: fp asimd\n", ...dmi("Ampere", "Altra") },
  ],
  ["firmware is silent", cpu("fpu sse")],
  ["firmware's names are empty", { ...cpu("fpu sse"), ...dmi("", "") }],
  [
    "the processors' description is too long",
    { "/proc/cpuinfo": "x".repeat(2 ** 20 + 1), ...dmi("LENOVO", "20XW") },
  ],
])("is not known where %s", async (_, entries) => {
  expect(await look(entries)).toMatchObject({ verdict: "not-known" });
});
