import type { WorkstationView } from "../contract/views";
import { good, type Judgement, notKnown, red, shortList } from "./judgement";

/** What runs the app or the command line. */
export type RunBy = WorkstationView | { readonly node: string };

/** Red where known faults are not repaired or a part of the sandbox is missing. Of Node this app knows no support dates. */
export function judgeRuntime(runtime: RunBy): Judgement {
  if ("node" in runtime) {
    return notKnown(
      `Node.js ${shortList([runtime.node])}. Whether its faults are still repaired is not known here.`,
    );
  }
  const { electron, oldRuntime, sandboxed } = runtime;
  const faults = [
    ...(oldRuntime ? ["Known faults in it are not repaired."] : []),
    ...(sandboxed ? [] : ["It runs without its sandbox."]),
  ];
  const text = [`Electron ${shortList([electron])}.`, ...faults].join(" ");
  return faults.length > 0 ? red(text) : good(text);
}
