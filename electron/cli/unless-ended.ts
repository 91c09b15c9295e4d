/** What the work gives, or null where a request to end comes first. */
export async function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T | null> {
  // What is abandoned may still fail when its input is closed, and nobody asks any more.
  work.catch(() => undefined);
  if (ended.aborted) return null;
  const end = new Promise<null>((resolve) => {
    ended.addEventListener("abort", () => resolve(null), { once: true });
  });
  return Promise.race([work, end]);
}
