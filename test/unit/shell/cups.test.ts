import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fail, ok } from "../../../electron/contract/result";
import { listQueues, printPdf } from "../../../electron/shell/cups";

// Real programs of the same names, written for each test, in place of the system's.
describe.skipIf(process.platform === "win32")("cups (skipped on Windows, which has none)", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cups-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function program(name: string, script: string): void {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  function noted(name: string): string {
    return readFileSync(join(folder, name), "utf8");
  }

  describe("listQueues", () => {
    it("says that there is no CUPS where lpstat is not installed", async () => {
      expect(await listQueues([folder])).toBeNull();
    });

    it("gives the queues by name, and how each is reached as far as it is said", async () => {
      program(
        "lpstat",
        'case "$*" in -e) printf "Office\\nLaser_2\\nFound\\n";; ' +
          '-v) echo "device for Laser_2: usb://HP/LaserJet"; echo "device for Office: ipp://office/print";; esac',
      );
      expect(await listQueues([folder])).toEqual([
        { name: "Office", reach: "network" },
        { name: "Laser_2", reach: "local" },
        { name: "Found", reach: "unknown" },
      ]);
    });

    it("gives none where there is no queue", async () => {
      program("lpstat", "exit 0");
      expect(await listQueues([folder])).toEqual([]);
    });

    it("gives none where the print server does not answer", async () => {
      program("lpstat", 'echo "Office"; echo "lpstat: Bad file descriptor" >&2; exit 1');
      expect(await listQueues([folder])).toEqual([]);
    });

    it("takes the first folder that has the program", async () => {
      program("lpstat", "echo Here");
      expect(await listQueues([join(folder, "missing"), folder])).toEqual([
        { name: "Here", reach: "unknown" },
      ]);
    });
  });

  describe("printPdf", () => {
    const pdf = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);

    it("hands over every byte on standard input", async () => {
      program("lp", `cat > "${join(folder, "in")}"`);
      expect(await printPdf(pdf, "Office", "a4", [folder])).toEqual(ok(null));
      expect(readFileSync(join(folder, "in")).equals(pdf)).toBe(true);
    });

    it("gives the job that was made of it", async () => {
      program("lp", 'cat > /dev/null; echo "request id is Office-12 (1 file(s))"');
      expect(await printPdf(pdf, "Office", "a4", [folder])).toEqual(ok("Office-12"));
    });

    it("names the queue, one copy and a title that is the same for everybody", async () => {
      program("lp", `cat > /dev/null; printf '%s\\n' "$@" > "${join(folder, "args")}"`);
      await printPdf(pdf, "Office; rm -rf $HOME", "letter", [folder]);
      const args = noted("args").trim().split("\n");
      expect(args.slice(0, 6)).toEqual(["-d", "Office; rm -rf $HOME", "-t", "Key Ceremony sheet", "-n", "1"]);
      expect(args).toContain("job-sheets=none,none");
      expect(args).toContain("media=Letter");
      expect(args.at(-1)).toBe("-");
    });

    it("lets the program see no more of the environment than it needs", async () => {
      program("lp", `cat > /dev/null; env > "${join(folder, "env")}"`);
      await printPdf(pdf, "Office", "a4", [folder]);
      expect(noted("env")).toContain("LC_ALL=C");
      expect(noted("env")).not.toMatch(/^(HOME|PATH=.*node|VITEST)/m);
    });

    it("gives the last line of a complaint", async () => {
      program("lp", 'cat > /dev/null; echo "first" >&2; echo "lp: No such printer" >&2; exit 1');
      expect(await printPdf(pdf, "Office", "a4", [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp: No such printer" }),
      );
    });

    it("fails where the program ends before it read everything", async () => {
      program("lp", "exit 3");
      expect(await printPdf(pdf, "Office", "a4", [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp did not finish" }),
      );
    });

    it("fails where there is no lp", async () => {
      expect(await printPdf(pdf, "Office", "a4", [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp is not installed" }),
      );
    });
  });
});
