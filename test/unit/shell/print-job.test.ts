import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endOfJob } from "../../../electron/shell/print-job";

const going = () => new AbortController().signal;

// Real programs of the same names, written for each test, in place of the system's.
describe.skipIf(process.platform === "win32")("endOfJob (skipped on Windows, which has no CUPS)", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "print-job-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function program(name: string, script: string): void {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  it("asks for the jobs of its own queue until this one is through", async () => {
    const asked = join(folder, "asked");
    program(
      "lpstat",
      `echo "$*" >> "${asked}"; [ "$(wc -l < "${asked}")" -lt 3 ] && echo "My-Laser-7 ada 9"; exit 0`,
    );
    program("cancel", "exit 1");
    expect(await endOfJob("My-Laser-7", going(), [folder])).toBe("gone");
    expect(readFileSync(asked, "utf8")).toBe("-W not-completed -o My-Laser\n".repeat(3));
  });

  it("says so where the print server no longer answers", async () => {
    program("lpstat", "exit 1");
    expect(await endOfJob("Office-1", going(), [folder])).toBe("unknown");
    rmSync(join(folder, "lpstat"));
    expect(await endOfJob("Office-1", going(), [folder])).toBe("unknown");
  });

  it("cancels the job as soon as it is stopped", async () => {
    program("lpstat", "echo Office-1 ada 9");
    program("cancel", `echo "$*" > "${join(folder, "cancelled")}"`);
    const stop = new AbortController();
    const end = endOfJob("Office-1", stop.signal, [folder]);
    stop.abort();
    expect(await end).toBe("cancelled");
    expect(readFileSync(join(folder, "cancelled"), "utf8")).toBe("Office-1\n");
  });

  it("says that the job is left where it cannot be cancelled", async () => {
    program("lpstat", "echo Office-1 ada 9");
    program("cancel", "exit 1");
    expect(await endOfJob("Office-1", AbortSignal.abort(), [folder])).toBe("left");
    rmSync(join(folder, "cancel"));
    expect(await endOfJob("Office-1", AbortSignal.abort(), [folder])).toBe("left");
  });
});
