import { execFile, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * @typedef {object} PrivatePrinter a real CUPS of this test's own, with queues whose pages land in a tray
 * @property {string} queue as if it had a cable
 * @property {string} networkQueue as if it were reached over a network
 * @property {Record<string, string>} env what lets `lp` and `lpstat` find it
 * @property {(job: number) => Promise<string>} page the path of a job's page, once it lies in the tray
 * @property {(name: string, device: string) => Promise<void>} plug adds a queue with the address of its printer
 * @property {() => Promise<void>} quit ends the print server as if it had failed
 * @property {() => Promise<void>} unplug takes both queues away
 * @property {() => Promise<void>} plugIn puts them back
 * @property {() => Promise<void>} jam lets no page of either queue through any more
 * @property {() => Promise<string[]>} spooled what the spool still holds of any job
 * @property {() => Promise<void>} stop
 */

/**
 * Starts cupsd on a socket in a folder of its own. The queues are raw and their backend, the paper tray, copies each
 * job to a file: everything between the app and the paper is the real thing.
 * @returns {Promise<PrivatePrinter>}
 */
export async function startPrivatePrinter() {
  const root = await mkdtemp(join(tmpdir(), "kc-cups-"));
  await chmod(root, 0o755);
  const at = (/** @type {string[]} */ ...names) => join(root, ...names);
  const folders = ["spool", "cache", "state", "run", "log", "tray", "bin/backend"];
  for (const folder of folders) await mkdir(at(folder), { recursive: true });
  await chmod(at("tray"), 0o777);
  await symlink("/usr/lib/cups/daemon", at("bin", "daemon"));
  for (const scheme of ["usb", "ipp"]) {
    await writeFile(at("bin", "backend", scheme), backend, { mode: 0o755 });
  }
  await writeFile(at("cups-files.conf"), filesConfiguration(root));
  await writeFile(at("cupsd.conf"), configuration(at("run", "cups.sock")));

  const server = spawn("/usr/sbin/cupsd", ["-f", "-c", at("cupsd.conf"), "-s", at("cups-files.conf")], {
    stdio: "ignore",
  });
  const env = { CUPS_SERVER: at("run", "cups.sock"), CUPS_SERVERROOT: root };
  await until("cupsd answers", () =>
    run("lpstat", ["-r"], { env }).then(({ stdout }) => !stdout.includes("not")),
  );
  const [queue, networkQueue] = ["Tray", "Far-away"];
  const plug = async (/** @type {string} */ name, /** @type {string} */ device) => {
    await run("/usr/sbin/lpadmin", ["-p", name, "-E", "-v", device, "-m", "raw"], { env });
  };
  const quit = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.kill()) await ended;
  };
  const plugIn = async () => {
    await plug(queue, "usb://Tray/1");
    await plug(networkQueue, "ipp://printer.invalid/ipp/print");
  };
  await plugIn();
  return {
    queue,
    networkQueue,
    env,
    plugIn,
    plug,
    unplug: async () => {
      for (const name of [queue, networkQueue]) await run("/usr/sbin/lpadmin", ["-x", name], { env });
    },
    jam: async () => {
      await run("/usr/sbin/cupsdisable", [queue, networkQueue], { env });
    },
    page: async (job) => {
      const page = at("tray", `job-${job}.pdf`);
      await until(`job ${job} lies in the tray`, async () =>
        (await readdir(at("tray"))).includes(`job-${job}.pdf`),
      );
      return page;
    },
    spooled: async () => (await readdir(at("spool"))).filter((name) => /^[cd]\d/.test(name)),
    quit,
    stop: async () => {
      await quit();
      await rm(root, { recursive: true, force: true });
    },
  };
}

// A page is complete when it appears under its name.
const backend = `#!/bin/sh
[ $# -eq 0 ] && exit 0
tray=$CUPS_SERVERROOT/tray
cat "$6" > "$tray/.job-$1" && chmod 644 "$tray/.job-$1" && mv "$tray/.job-$1" "$tray/job-$1.pdf"
`;

/** @param {string} root */
function filesConfiguration(root) {
  return `ServerRoot ${root}
ServerBin ${root}/bin
RequestRoot ${root}/spool
CacheDir ${root}/cache
StateDir ${root}/state
AccessLog ${root}/log/access
ErrorLog ${root}/log/error
PageLog ${root}/log/page
User nobody
Group nogroup
SystemGroup root
`;
}

/** @param {string} socket */
function configuration(socket) {
  return `Listen ${socket}
PreserveJobFiles No
PreserveJobHistory No
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
`;
}

/**
 * @param {string} what
 * @param {() => Promise<boolean>} holds
 */
async function until(what, holds) {
  const end = performance.now() + 300_000;
  while (!(await holds().catch(() => false))) {
    if (performance.now() > end) throw new Error(`Not in five minutes: ${what}`);
    await setTimeout(50);
  }
}
