import { execFileSync } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { systemFiles } from "../../../electron/preflight/system-files";
import { temporaryFolder } from "../files/temporary-folder";

it("reads a file without the white space around it", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "state"), "\n up \n");
  expect(await systemFiles(root).text("/state")).toBe("up");
});

it("reads files that say they are empty, as those of /proc do", async () => {
  expect(await systemFiles("/").text("/proc/self/limits")).toContain("Max core file size");
});

it("gives nothing of what is missing, too long, a folder or a pipe that nobody writes to", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "long"), new Uint8Array(2 ** 20 + 1));
  execFileSync("mkfifo", [join(root, "pipe")]);
  const system = systemFiles(root);
  for (const path of ["/missing", "/long", "/", "/pipe"]) expect(await system.text(path)).toBe(null);
  expect([await system.names("/missing"), await system.names("/long")]).toEqual([null, null]);
  expect(await system.names("/")).toEqual(["long", "pipe"]);
});

it("reads odd bytes as text", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "odd"), Uint8Array.of(0x75, 0xff, 0x00, 0x70));
  expect(await systemFiles(root).text("/odd")).toBe("u\ufffd\u0000p");
});

it("follows links, but not out of its root nor in a circle", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "file"), "");
  for (const [name, to] of Object.entries({ good: "file", out: "/etc/passwd", circle: "circle" })) {
    await symlink(to, join(root, name));
  }
  const system = systemFiles(root);
  const targets = await Promise.all(["/good", "/out", "/circle", "/"].map((path) => system.target(path)));
  expect(targets).toEqual(["/file", null, null, "/"]);
});
