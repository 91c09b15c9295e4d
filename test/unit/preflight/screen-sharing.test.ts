import { expect, it } from "vitest";
import { readMounts } from "../../../electron/preflight/mounts";
import { judgePrograms, readPrograms } from "../../../electron/preflight/screen-sharing";
import { type Entry, mountLine, systemFolder } from "./system-folder";

function proc(names: readonly string[], options = "rw"): Record<string, Entry> {
  return {
    "/proc/self/mountinfo": mountLine("0:21", "/proc", "proc", "proc", options),
    "/proc/uptime": "1 1",
    "/proc/4711": "folder/",
    ...Object.fromEntries(names.map((name, at) => [`/proc/${at + 1}/comm`, `${name}\n`])),
  };
}

async function look(entries: Record<string, Entry>) {
  const system = await systemFolder(entries);
  return judgePrograms(await readPrograms(system, await readMounts(system)));
}

it.each([[["systemd", "bash", "key-ceremony"]], [["obsidian", "zoomer", "\u0000\u00ff"]]])(
  "is good where %j run",
  async (names) => {
    expect(await look(proc(names))).toMatchObject({ verdict: "good" });
    expect(await look(proc(names, "rw,hidepid=off"))).toMatchObject({ verdict: "good" });
  },
);

it.each(["x11vnc", "vino-server", "gnome-remote-de", "krfb", "TeamViewer", "anydesk", "obs", "Xvnc", "xrdp"])(
  "is red where %s runs",
  async (name) => {
    expect(await look(proc(["bash", name, name, "pipewire"], "rw,hidepid=invisible"))).toEqual({
      verdict: "red",
      found: `Running: ${name}.`,
    });
  },
);

it.each<[string, Record<string, Entry>]>([
  ["a desktop could share it by PipeWire", proc(["bash", "pipewire"])],
  ["others' programs are hidden", proc(["bash"], "rw,gid=4,hidepid=2")],
  ["it is not told whether they are", { "/proc/1/comm": "bash" }],
  ["none is listed", {}],
])("is not known where %s", async (_, entries) => {
  expect(await look(entries)).toMatchObject({ verdict: "not-known" });
});
