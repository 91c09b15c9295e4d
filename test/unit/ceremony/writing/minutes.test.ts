import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimateMinutes } from "../../../../electron/ceremony/writing/plan";
import { generation } from "../proceedings/plans";

/** The minutes of the handbook's table, each with its row. */
const rows = readFileSync("docs/handbook.md", "utf8")
  .split("### During: the first ceremony, minute by minute")[1]
  ?.split("\n\n")[1]
  ?.split("\n")
  .flatMap((row) => {
    const [, minute, step] = /^\| (\d+) \| (.*)$/.exec(row) ?? [];
    return minute === undefined || step === undefined ? [] : [{ minute: Number(minute), step }];
  });

describe("the time that a ceremony needs", () => {
  const custodians = ["1", "2", "3", "4", "5"];

  it("is what the handbook's table comes to, for five custodians who scan", () => {
    expect(rows?.length).toBeGreaterThan(10);
    expect(estimateMinutes({ ...generation, custodians }).scanned).toBe(rows?.at(-1)?.minute);
  });

  it("grows by each share as the table does", () => {
    const at = rows?.findIndex(({ step }) => step.startsWith("for each custodian")) ?? -1;
    const takes = (rows?.[at + 1]?.minute ?? 0) - (rows?.[at]?.minute ?? 0);
    const four = estimateMinutes({ ...generation, custodians: custodians.slice(1) });
    const five = estimateMinutes({ ...generation, custodians });
    expect(five.scanned - four.scanned).toBe(4);
    expect(five.typed - four.typed).toBe(6);
    // Of which one is for everybody to come back.
    expect(takes).toBe(5 * 4 + 1);
  });
});
