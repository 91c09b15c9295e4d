import { expect, it } from "vitest";
import { judgeSessions, readSessions } from "../../../electron/preflight/remote-session";
import { type Entry, systemFolder } from "./system-folder";

const session = (number: number, ...lines: string[]): Record<string, Entry> => ({
  [`/run/systemd/sessions/${number}`]: [
    "# This is private data. Do not parse.",
    "UID=1000",
    ...lines,
    "",
  ].join("\n"),
});
const local = session(1, "REMOTE=0", "TYPE=wayland");

async function look(entries: Record<string, Entry>, env: Record<string, string> = {}) {
  return judgeSessions(await readSessions(await systemFolder(entries), env));
}

it.each<Record<string, string>>([
  {},
  { DISPLAY: ":0" },
  { DISPLAY: "unix:1.0" },
  { DISPLAY: "/private/tmp/x:0", SSH_CONNECTION: "" },
])("is good where every session is this machine's, with %j", async (env) => {
  expect(await look(local, env)).toEqual({
    verdict: "good",
    found: "Everybody who is logged in sits at this machine.",
  });
});

it("names the kind of session", async () => {
  const { found } = await look(local, { XDG_SESSION_TYPE: "wayland" });
  expect(found).toBe("Everybody who is logged in sits at this machine (wayland).");
});

it.each<[string, Record<string, Entry>, Record<string, string>]>([
  ["the app was started over SSH", local, { SSH_CONNECTION: "192.0.2.9 1 192.0.2.2 22" }],
  ["the app was started over SSH", {}, { SSH_TTY: "/dev/pts/0" }],
  ["its window is drawn on localhost:10.0", local, { DISPLAY: "localhost:10.0" }],
  ["its window is drawn on 192.0.2.9:0", local, { DISPLAY: "192.0.2.9:0" }],
  [
    "somebody is logged in from 192.0.2.9\\u{1b}",
    { ...local, ...session(2, "REMOTE=1", "REMOTE_HOST=192.0.2.9\u001b") },
    {},
  ],
  ["somebody is logged in from elsewhere", session(2, "REMOTE=1"), {}],
])("is red where %s", async (sign, entries, env) => {
  expect(await look(entries, env)).toEqual({
    verdict: "red",
    found: `Somebody may be working from elsewhere: ${sign}.`,
  });
});

it("is not known where no session is noted", async () => {
  expect(await look({}, { DISPLAY: ":0", XDG_SESSION_TYPE: "x11" })).toMatchObject({ verdict: "not-known" });
  expect(await look({ "/run/systemd/sessions": "folder/" })).toMatchObject({ verdict: "not-known" });
});
