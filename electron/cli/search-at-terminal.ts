import { searchShare } from "../search/search-share";
import type { Search } from "./mend-share";
import type { Output } from "./output";

const CLEAR_LINE = "\r\u001b[K";

/**
 * A search in worker threads that says on a terminal, and only there, how far it is. `workerFile`: the
 * worker's bundle.
 */
export function searchAtTerminal(workerFile: string, output: Output): Search {
  const show = (text: string) => {
    if (output.isScreen) output.write(`${CLEAR_LINE}${text}`);
  };
  return async (entered, known, signal) => {
    const onProgress = (done: number) => show(`Searching: ${Math.floor(done * 100)} %. Ctrl+C cancels.`);
    const answer = await searchShare(entered, known, { onProgress, signal }, workerFile);
    show("");
    return answer;
  };
}
