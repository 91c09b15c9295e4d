const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * From here on a request to end is told by the signal that this gives, and no longer ends the process: who asked for it
 * wipes, takes back and leaves by itself.
 */
export function endRequested(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) process.on(name, () => controller.abort());
  return controller.signal;
}
