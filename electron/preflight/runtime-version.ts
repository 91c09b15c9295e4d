import type { WorkstationView } from "../contract/views";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";

/** What runs the app or the command line. */
export type RunBy = WorkstationView | { readonly node: string };

/**
 * Red where known faults are not repaired, a part of the sandbox is missing, or it was started with what is not the app's
 * own: `startedWith`, by name. Of Node this app knows no support dates.
 */
export function judgeRuntime(runtime: RunBy, startedWith: readonly string[]): Judgement {
  const strays =
    startedWith.length > 0
      ? [
          `It was started with ${shortList(startedWith)}: others may steer it, watch it, or keep what it does.`,
        ]
      : [];
  if ("node" in runtime) {
    const text = `Node.js ${shortList([runtime.node])}. Whether its faults are still repaired is not known here.`;
    return strays.length > 0 ? red([text, ...strays].join(" ")) : notKnown(text);
  }
  const { electron, oldRuntime, sandboxed } = runtime;
  const faults = [
    ...(oldRuntime ? ["Known faults in it are not repaired."] : []),
    ...(sandboxed ? [] : ["It runs without its sandbox."]),
    ...strays,
  ];
  const text = [`Electron ${shortList([electron])}.`, ...faults].join(" ");
  return faults.length > 0 ? red(text) : good(text);
}
