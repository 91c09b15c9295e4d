/** SIGQUIT (Ctrl+\) among them: it would write the memory to the disk. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

/**
 * From here on a request to end is told by the signal that this gives, and no longer ends the process: who asked for it
 * wipes, takes back and leaves by itself. That nothing more can be said to anybody (`unheard`) is such a request too: as long as
 * nothing is written nobody is to be left with a change that they were not told of.
 */
export function endRequested(unheard: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort();
  for (const name of SIGNALS) process.on(name, end);
  if (unheard.aborted) end();
  unheard.addEventListener("abort", end);
  return controller.signal;
}
