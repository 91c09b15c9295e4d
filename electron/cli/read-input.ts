import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { textOf } from "../files/text-of";

/** Far more than 255 shares take. */
const INPUT_LIMIT = 1024 * 1024;

/** All of standard input as text, up to 1 MiB. Fails with file.too-large beyond that. */
export async function readInput(input: AsyncIterable<Uint8Array>): Promise<Result<string, FileFailure>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    length += chunk.length;
    if (length > INPUT_LIMIT) {
      return fail({ code: "file.too-large", path: "standard input", limit: INPUT_LIMIT });
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const text = textOf(bytes);
  for (const used of [bytes, ...chunks]) used.fill(0);
  return ok(text);
}
