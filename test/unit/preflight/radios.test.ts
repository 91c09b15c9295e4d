import { expect, it } from "vitest";
import { judgeRadios, readRadios } from "../../../electron/preflight/radios";
import { type Entry, systemFolder } from "./system-folder";

const net = { "/sys/class/net/lo/type": "772" };

function rfkill(entry: string, type: string, soft: string, hard: string): Record<string, Entry> {
  const folder = `/sys/class/rfkill/${entry}`;
  return {
    [`${folder}/type`]: `${type}\n`,
    [`${folder}/name`]: `${entry}-name\n`,
    [`${folder}/soft`]: soft,
    [`${folder}/hard`]: hard,
  };
}

async function look(entries: Record<string, Entry>) {
  return judgeRadios(await readRadios(await systemFolder(entries)));
}

it("is good without a radio, and where every one is off", async () => {
  expect(await look(net)).toMatchObject({
    verdict: "good",
    found: expect.stringMatching(/^The system drives no radio/),
  });
  const off = {
    ...net,
    "/sys/class/ieee80211/phy0": "folder/" as const,
    ...rfkill("rfkill0", "wlan", "0\n", "1\n"),
    ...rfkill("rfkill1", "bluetooth", "1\n", "0\n"),
  };
  expect(await look(off)).toEqual({
    verdict: "good",
    found:
      "Off: Wi-Fi (rfkill0-name) by its switch, Bluetooth (rfkill1-name) by a program, which can switch it on again.",
  });
});

it.each<[string, Record<string, Entry>]>([
  ["Wi-Fi (rfkill0-name)", rfkill("rfkill0", "wlan", "0", "0")],
  ["uwb (rfkill9-name)", rfkill("rfkill9", "uwb", "0", "0")],
  ["Wi-Fi (phy0)", { "/sys/class/ieee80211/phy0": "folder/" }],
  ["Wi-Fi (wlan0)", { "/sys/class/net/wlan0/wireless": "folder/" }],
  ["Bluetooth (hci0)", { "/sys/class/bluetooth/hci0": "folder/", ...rfkill("rfkill0", "wlan", "1", "0") }],
  ["mobile network (wwan0)", { "/sys/class/wwan/wwan0": "folder/" }],
  ["NFC (nfc0)", { "/sys/class/nfc/nfc0": "folder/" }],
])("is red where one is on or nothing says that it is off: %s", async (name, entries) => {
  expect(await look({ ...net, ...entries })).toEqual({ verdict: "red", found: `On: ${name}.` });
});

it("is not known where devices are not listed, or a switch says nothing", async () => {
  expect(await look({})).toMatchObject({ verdict: "not-known" });
  expect(await look({ ...net, "/sys/class/rfkill/rfkill0/type": "wlan" })).toEqual({
    verdict: "not-known",
    found: "Whether these are off cannot be told: Wi-Fi (rfkill0).",
  });
  expect(await look({ ...net, ...rfkill("rfkill0", "wlan", "yes", "0") })).toMatchObject({
    verdict: "not-known",
  });
});
