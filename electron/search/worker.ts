import { parentPort, workerData } from "node:worker_threads";
import type { SecretBytes } from "../crypto/secret-bytes";
import { planSearch, wipePlan } from "../share/repair/plan";
import { PartSearch } from "../share/repair/search-part";
import type { FromWorker, ToWorker, WorkerTask } from "./messages";

/**
 * The entry of a search's worker thread: searches the parts it is told to, and wipes all it had before it
 * ends.
 */
function serve(port: NonNullable<typeof parentPort>, { entered, known }: WorkerTask): void {
  const numbers = new Uint16Array(entered);
  const plan = planSearch(numbers, known);
  numbers.fill(0);
  const search = new PartSearch(plan);
  port.on("message", (message: ToWorker) => {
    if (message === "end") {
      search.wipe();
      wipePlan(plan);
      port.close();
      return;
    }
    const part = plan.parts[message.part];
    if (part === undefined) throw new Error("A part of another plan.");
    const payloads = search.search(part).map(handedOver);
    const answer: FromWorker = { part: message.part, payloads };
    port.postMessage(answer, payloads);
  });
}

/** The bytes in memory that moves to the other thread: nothing of them stays here. */
function handedOver(payload: SecretBytes): ArrayBuffer {
  const memory = new ArrayBuffer(payload.length);
  payload.use((bytes) => new Uint8Array(memory).set(bytes));
  payload.wipe();
  return memory;
}

if (parentPort === null) throw new Error("This is the entry of a worker thread.");
serve(parentPort, workerData);
