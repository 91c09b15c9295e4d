import { type Answer, printed } from "./answer";
import type { Terminal } from "./run";

/**
 * Says the answer, and gives the exit status. What was changed stays changed, whoever can still read it: the status of a
 * renewal that was held is 0, and where standard output cannot be written its answer comes on standard error, so that
 * nobody loses the hashes. Of the other commands the answer is all there is: one that could not be written is a no, but for a
 * reader who has gone away, as `head` does.
 */
export async function tell(
  answer: Answer,
  json: boolean,
  { output, remarks }: Pick<Terminal, "output" | "remarks">,
): Promise<0 | 1> {
  output.write(printed(answer, json));
  if (remarks.code !== null && answer.code === "stopped" && !json) {
    output.write(
      `Nobody could have been told what happens: standard error could not be written (${remarks.code}).\n`,
    );
  }
  await output.settled();
  const isHeld = "record" in answer.facts;
  const { code } = output;
  if (code !== null && (code !== "EPIPE" || isHeld)) {
    remarks.write(
      code === "EPIPE"
        ? "Nobody reads standard output any more.\n"
        : `Standard output could not be written (${code}).\n`,
    );
    remarks.write(isHeld ? printed(answer, false) : "The answer is not whole. Ask again.\n");
    await remarks.settled();
    if (!isHeld && code !== "EPIPE") return 1;
  }
  return answer.ok ? 0 : 1;
}
