/**
 * A failure that is already a plain sentence for the person at the terminal: what happened, and
 * what to do. Every script ends with one of these or with success; nobody is shown a stack trace.
 */
export class Stop extends Error {
  /**
   * @param {string} sentence what happened and what to do
   * @param {number} [exitCode] what the script exits with
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/**
 * Writes one line to the terminal.
 * @param {string} sentence
 */
export function say(sentence) {
  console.log(sentence);
}

/**
 * @param {number} since a time from `performance.now()`, in milliseconds
 * @returns {string} the time passed since, for people: `0.4 s`
 */
export function timeSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs a script's body and ends the process: with 0, or the code that the body answers, or with a
 * plain sentence and the code of its `Stop`.
 * @param {() => Promise<number | undefined>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : `This should not happen: ${error}`);
    process.exitCode = error instanceof Stop ? error.exitCode : 1;
  }
}
