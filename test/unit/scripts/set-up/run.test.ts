import { describe, expect, it } from "vitest";
import { run } from "../../../../scripts/set-up/run.mjs";
import { Stop } from "../../../../scripts/set-up/say.mjs";

/** A program in one line of JavaScript. */
const program = (source: string) => run(process.execPath, ["-e", source], { quiet: true });

describe("run", () => {
  it("gives the exit code and what was written", async () => {
    const finished = await program("console.log('out'); console.error('err'); process.exitCode = 3");
    expect(finished.code).toBe(3);
    expect(finished.output.split("\n").sort()).toEqual(["", "err", "out"]);
  });

  it("gives 128 and the signal's number for a program that a signal ended", async () => {
    expect((await program("process.kill(process.pid, 'SIGTERM')")).code).toBe(143);
  });

  it("ends a program that it is told to give up on", async () => {
    const giveUp = AbortSignal.timeout(100);
    const endless = ["-e", "setInterval(() => {}, 1000)"];
    expect((await run(process.execPath, endless, { quiet: true, signal: giveUp })).code).toBe(143);
  });

  it("says so plainly when the program is not there", async () => {
    await expect(run("no-such-program", [], { quiet: true })).rejects.toThrow(Stop);
    await expect(run("no-such-program", [], { quiet: true })).rejects.toThrow("could not be started");
  });
});
