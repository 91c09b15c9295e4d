import { expect, test } from "vitest";
import { openRecorder } from "../../../electron/record/recorder";

test("every ceremony has a record key of its own, and may note and close", () => {
  const [one, other] = [openRecorder(), openRecorder()];
  expect(one.publicKey).toHaveLength(32);
  expect(one.publicKey).not.toEqual(other.publicKey);
  one.note("share.verified", "Custodian 1", { index: 1 });
  one.close();
  one.close();
  expect(one.publicKey.some((byte) => byte !== 0)).toBe(true);
});
