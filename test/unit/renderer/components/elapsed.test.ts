import { expect, it } from "vitest";
import type { CeremonyView } from "../../../../electron/contract/ceremony-views";
import { elapsed, plannedMinutes } from "../../../../renderer/components/elapsed";
import { generation } from "../../ceremony/proceedings/plans";

const start = Date.parse("2026-11-23T22:00:00.000Z");

it("counts whole minutes up, beyond what was planned, and not below zero", () => {
  expect(elapsed(start, start + 59_999, 97)).toBe("0 of about 97 minutes");
  expect(elapsed(start, start + 12 * 60_000, 97)).toBe("12 of about 97 minutes");
  expect(elapsed(start, start + 3 * 3_600_000, 97)).toBe("180 of about 97 minutes");
  expect(elapsed(start, start - 60_000, 97)).toBe("0 of about 97 minutes");
});

it("knows what is planned from the review to the last act", () => {
  const at = (step: string, more: object) => ({ at: "ceremony", step, ...more }) as unknown as CeremonyView;
  expect(plannedMinutes(at("vault", { draft: {} }))).toBeNull();
  expect(plannedMinutes(at("review", { plan: generation }))).toBe(generation.minutes.scanned);
  expect(plannedMinutes(at("sealed", { plan: generation }))).toBe(generation.minutes.scanned);
  expect(plannedMinutes(at("done", { plan: generation }))).toBeNull();
  expect(plannedMinutes(at("aborted", {}))).toBeNull();
});
