import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isServerElsewhere, keptFiles } from "../../../electron/shell/cups-configuration";
import { temporaryFolder } from "../files/temporary-folder";

const socket = "/run/cups/cups.sock";
const nobody = "/nonexistent";

/** A folder that holds CUPS's configuration. */
async function configured(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "cupsd.conf"), text);
  return folder;
}

describe("keptFiles", () => {
  it("reads the configuration of this machine's CUPS", async () => {
    const told = await configured("PreserveJobFiles No\n");
    expect(await keptFiles({ CUPS_SERVERROOT: told }, nobody)).toBe("not-kept");
    expect(await keptFiles({ CUPS_SERVERROOT: told, CUPS_SERVER: socket }, nobody)).toBe("not-kept");
    expect(await keptFiles({ CUPS_SERVERROOT: await configured("") }, nobody)).toBe("kept");
  });

  it("knows nothing where the configuration cannot be read", async () => {
    const folder = await configured("PreserveJobFiles No\n");
    await rm(join(folder, "cupsd.conf"));
    expect(await keptFiles({ CUPS_SERVERROOT: folder }, nobody)).toBe("unknown");
  });

  it("knows nothing of another machine's CUPS, or of one whose folder is not named", async () => {
    const folder = await configured("PreserveJobFiles No\n");
    const elsewhere = { CUPS_SERVERROOT: folder, CUPS_SERVER: "prints.example" };
    expect(await keptFiles(elsewhere, nobody)).toBe("unknown");
    expect(await keptFiles({ CUPS_SERVER: socket }, nobody)).toBe("unknown");
  });

  it("knows nothing where client.conf names a server, for this user or for everybody", async () => {
    const folder = await configured("PreserveJobFiles No\n");
    const env = { CUPS_SERVERROOT: folder };
    const home = await temporaryFolder();
    await mkdir(join(home, ".cups"));
    await writeFile(join(home, ".cups", "client.conf"), "# mine\nServerName prints.example\n");
    expect(await keptFiles(env, home)).toBe("unknown");
    expect(await keptFiles(env, nobody)).toBe("not-kept");
    await writeFile(join(folder, "client.conf"), "ServerName prints.example\n");
    expect(await keptFiles(env, nobody)).toBe("unknown");
  });
});

describe("isServerElsewhere", () => {
  it.each([
    ["/run/cups/cups.sock", false],
    ["localhost", false],
    ["LOCALHOST:1631/version=1.1", false],
    ["127.0.0.1:631", false],
    ["[::1]:631", false],
    ["prints.example", true],
    ["prints.example:631", true],
    ["localhost.example", true],
    ["10.0.0.9", true],
    ["", true],
  ])("says of the server %j: %s", async (server, elsewhere) => {
    expect(await isServerElsewhere({ CUPS_SERVER: server, CUPS_SERVERROOT: nobody }, nobody)).toBe(elsewhere);
    const folder = await temporaryFolder();
    await writeFile(join(folder, "client.conf"), `# mine\n  ServerName ${server}\n`);
    expect(await isServerElsewhere({ CUPS_SERVERROOT: folder }, nobody)).toBe(elsewhere);
  });

  it("is not so where none is named", async () => {
    expect(await isServerElsewhere({ CUPS_SERVERROOT: nobody }, nobody)).toBe(false);
  });
});
