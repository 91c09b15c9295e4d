import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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
    vi.unstubAllEnvs();
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

    /** What lpstat does when it is asked, by its one argument; it is content with all else. */
    const lpstat = (answers: Readonly<Record<string, string>>) =>
      program(
        "lpstat",
        `case "$*" in ${Object.entries(answers)
          .map(([asked, does]) => `${asked}) ${does};;`)
          .join(" ")} esac`,
      );
    const runs = "echo scheduler is running";

    it("gives the queues by name, and how each is reached as far as it is said", async () => {
      lpstat({
        "-r": runs,
        "-e": 'printf "Office\\nLaser_2\\nFound\\nMulti\\nOwn\\n"',
        "-v":
          'echo "device for Laser_2: usb://HP/LaserJet"; echo "device for Office: ipp://office/print"; ' +
          `echo "device for Multi: ipp://localhost:60000/ipp/print"; echo "device for Own: ipp://${hostname()}:60001/"`,
      });
      expect(await listQueues([folder])).toEqual({
        queues: [
          { name: "Office", reach: "network" },
          { name: "Laser_2", reach: "local" },
          { name: "Found", reach: "unknown" },
          { name: "Multi", reach: "program" },
          { name: "Own", reach: "program" },
        ],
        silent: false,
      });
    });

    it("gives none where there is no queue, which is no failure", async () => {
      const none = { queues: [], silent: false };
      lpstat({ "-r": runs, "-v": 'echo "lpstat: No destinations added." >&2; exit 1' });
      expect(await listQueues([folder])).toEqual(none);
      lpstat({ "-r": runs });
      expect(await listQueues([folder])).toEqual(none);
    });

    it("takes no print server that does not answer for one without queues", async () => {
      const complaint = (text: string) => `echo "lpstat: ${text}" >&2; exit 1`;
      const silent: readonly Readonly<Record<string, string>>[] = [
        // It does not run. lpstat -e is content.
        { "-r": "echo scheduler is not running", "-v": complaint("Scheduler is not running.") },
        // It was started in between, or does not tell this user.
        { "-r": runs, "-v": complaint("Forbidden") },
        { "-r": runs, "-e": complaint("Bad file descriptor") },
        // It takes the question and does not answer.
        { "-r": runs, "-e": "kill -KILL $$" },
        { "-r": runs, "-v": "kill -KILL $$" },
        { "-r": "kill -KILL $$" },
        {},
      ];
      for (const answers of silent) {
        lpstat(answers);
        expect(await listQueues([folder])).toEqual({ queues: [], silent: true });
      }
    });

    it("gives what is said all the same where not everything is", async () => {
      lpstat({ "-r": runs, "-e": "echo Office", "-v": "exit 1" });
      expect(await listQueues([folder])).toEqual({
        queues: [{ name: "Office", reach: "unknown" }],
        silent: true,
      });
    });

    it("calls no queue of another machine's print server local", async () => {
      lpstat({ "-r": runs, "-e": "echo Laser", "-v": 'echo "device for Laser: usb://HP/LaserJet"' });
      vi.stubEnv("CUPS_SERVER", "prints.example");
      expect(await listQueues([folder])).toMatchObject({ queues: [{ reach: "network" }] });
      vi.stubEnv("CUPS_SERVER", "/run/cups/cups.sock");
      expect(await listQueues([folder])).toMatchObject({ queues: [{ reach: "local" }] });
    });

    it("takes the first folder that has the program", async () => {
      lpstat({ "-r": runs, "-e": "echo Here" });
      expect(await listQueues([join(folder, "missing"), folder])).toMatchObject({
        queues: [{ name: "Here", reach: "unknown" }],
      });
    });
  });

  describe("printPdf", () => {
    const pdf = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    const going = () => new AbortController().signal;

    it("hands over every byte on standard input", async () => {
      program("lp", `cat > "${join(folder, "in")}"`);
      expect(await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder])).toEqual(
        ok(null),
      );
      expect(readFileSync(join(folder, "in")).equals(pdf)).toBe(true);
    });

    it("gives the job that was made of it", async () => {
      program("lp", 'cat > /dev/null; echo "request id is Office-12 (1 file(s))"');
      expect(await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder])).toEqual(
        ok("Office-12"),
      );
    });

    it("names the queue, one copy and a title that is the same for everybody", async () => {
      program("lp", `cat > /dev/null; printf '%s\\n' "$@" > "${join(folder, "args")}"`);
      await printPdf(pdf, { queue: "Office; rm -rf $HOME", paper: "letter", stop: going() }, [folder]);
      const args = noted("args").trim().split("\n");
      expect(args.slice(0, 6)).toEqual(["-d", "Office; rm -rf $HOME", "-t", "Key Ceremony sheet", "-n", "1"]);
      expect(args).toContain("job-sheets=none,none");
      expect(args).toContain("media=Letter");
      expect(args.at(-1)).toBe("-");
    });

    it("lets the program see no more of the environment than it needs", async () => {
      program("lp", `cat > /dev/null; env > "${join(folder, "env")}"`);
      await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder]);
      expect(noted("env")).toContain("LC_ALL=C");
      expect(noted("env")).not.toMatch(/^(HOME|PATH=.*node|VITEST)/m);
    });

    it("gives the last line of a complaint", async () => {
      program("lp", 'cat > /dev/null; echo "first" >&2; echo "lp: No such printer" >&2; exit 1');
      expect(await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp: No such printer" }),
      );
    });

    it("fails where the program ends before it read everything", async () => {
      program("lp", "exit 3");
      expect(await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp did not finish" }),
      );
    });

    describe("when it is stopped while lp runs", () => {
      /** Prints with an lp that never ends, and stops it as soon as it has begun. */
      async function stopped() {
        program("lp", `echo > "${join(folder, "begun")}"; exec sleep 100000`);
        const stop = new AbortController();
        const printed = printPdf(pdf, { queue: "Office", paper: "a4", stop: stop.signal }, [folder]);
        await expect.poll(() => existsSync(join(folder, "begun"))).toBe(true);
        stop.abort();
        return printed;
      }

      it("waits no longer, where nothing was handed over", async () => {
        program("lpstat", "echo Office-11 ada 9");
        program("cancel", `echo "$*" > "${join(folder, "cancelled")}"`);
        expect(await stopped()).toEqual(fail({ code: "print.failed", reason: "it was stopped" }));
        expect(existsSync(join(folder, "cancelled"))).toBe(false);
      });

      const handedOver = () =>
        program(
          "lpstat",
          `echo Office-11 ada 9; [ -e "${join(folder, "begun")}" ] && echo Office-12 ada 9; exit 0`,
        );

      it("cancels what was handed over, and nothing that was there before", async () => {
        handedOver();
        program("cancel", `echo "$*" >> "${join(folder, "cancelled")}"`);
        const end = { code: "print.not-finished", job: "Office-12", cancelled: true } as const;
        expect(await stopped()).toEqual(fail(end));
        expect(noted("cancelled")).toBe("Office-12\n");
      });

      it("says that it is left where it cannot be cancelled", async () => {
        handedOver();
        program("cancel", "exit 1");
        const end = { code: "print.not-finished", job: "Office-12", cancelled: false } as const;
        expect(await stopped()).toEqual(fail(end));
      });

      it("cancels nothing where the print server does not say what there is", async () => {
        program("lpstat", "exit 1");
        program("cancel", `echo "$*" >> "${join(folder, "cancelled")}"`);
        expect(await stopped()).toEqual(fail({ code: "print.failed", reason: "it was stopped" }));
        expect(existsSync(join(folder, "cancelled"))).toBe(false);
      });

      it("never begins where it was stopped before", async () => {
        program("lp", `echo > "${join(folder, "begun")}"`);
        const order = { queue: "Office", paper: "a4", stop: AbortSignal.abort() } as const;
        expect(await printPdf(pdf, order, [folder])).toEqual(
          fail({ code: "print.failed", reason: "it was stopped" }),
        );
        expect(existsSync(join(folder, "begun"))).toBe(false);
      });
    });

    it("fails where there is no lp", async () => {
      expect(await printPdf(pdf, { queue: "Office", paper: "a4", stop: going() }, [folder])).toEqual(
        fail({ code: "print.failed", reason: "lp is not installed" }),
      );
    });
  });
});
