import { expect, it } from "vitest";
import { type Addresses, judgeNetwork, readNetwork } from "../../../electron/preflight/network";
import { type Entry, systemFolder } from "./system-folder";

const loopback = { address: "127.0.0.1", internal: true };

function device(name: string, operstate: string, flags: string, type = "1"): Record<string, Entry> {
  const folder = `/sys/class/net/${name}`;
  return {
    [`${folder}/ifindex`]: "2\n",
    [`${folder}/operstate`]: `${operstate}\n`,
    [`${folder}/flags`]: `${flags}\n`,
    [`${folder}/type`]: `${type}\n`,
  };
}

async function look(entries: Record<string, Entry>, addresses: Addresses | null = { lo: [loopback] }) {
  return judgeNetwork(await readNetwork(await systemFolder(entries), addresses));
}

it("is good where nothing but the loopback is up", async () => {
  const entries = {
    ...device("lo", "unknown", "0x9", "772"),
    ...device("eth0", "down", "0x1003"),
    ...device("wlan0", "down", "0x1002"),
    "/sys/class/net/bonding_masters": "\n",
  };
  expect(await look(entries)).toEqual({
    verdict: "good",
    found: "No network interface is up: eth0 has no link, wlan0 is off.",
  });
  expect(await look(device("lo", "unknown", "0x9", "772"))).toEqual({
    verdict: "good",
    found: "There is no network interface.",
  });
});

it("is red where one is up, with its addresses", async () => {
  const addresses = { lo: [loopback], eth0: [{ address: "192.0.2.2", internal: false }] };
  expect(await look(device("eth0", "up", "0x1003"), addresses)).toEqual({
    verdict: "red",
    found: "Up: eth0 (192.0.2.2).",
  });
});

it.each([
  ["up", "0x1003"],
  ["dormant", "0x1003"],
  ["unknown", "0x10d1"],
])("is red where the state is %s and it is on", async (state, flags) => {
  expect(await look(device("tun0", state, flags))).toEqual({
    verdict: "red",
    found: "Up: tun0 (no address).",
  });
});

it("is red for an address whatever the system's files say", async () => {
  const addresses = { en0: [{ address: "fe80::1", internal: false }] };
  expect(await look({}, addresses)).toMatchObject({ verdict: "red" });
  expect(await look(device("en0", "down", "0x1002"), addresses)).toMatchObject({ verdict: "red" });
});

it("is not known where interfaces are not listed, or one says nothing or nonsense", async () => {
  expect(await look({})).toMatchObject({ verdict: "not-known" });
  expect(await look({}, null)).toMatchObject({ verdict: "not-known" });
  expect(await look({ "/sys/class/net/eth0/ifindex": "2" })).toEqual({
    verdict: "not-known",
    found: "Whether these are up cannot be told: eth0.",
  });
  expect(await look(device("eth0", "down", "zero"))).toMatchObject({ verdict: "not-known" });
});
