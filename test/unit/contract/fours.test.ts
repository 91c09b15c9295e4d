import { expect, it } from "vitest";
import { inFours } from "../../../electron/contract/fours";

it.each([
  ["3f9a02c177de41b0", "3f9a 02c1 77de 41b0"],
  ["abcdef", "abcd ef"],
  ["", ""],
])("groups %j", (text, grouped) => expect(inFours(text)).toBe(grouped));
