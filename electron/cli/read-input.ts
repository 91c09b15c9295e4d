import type { FileFailure } from "../contract/errors";
import { fail, ok, type Result } from "../contract/result";
import { fileFailure } from "../files/failure";
import { textOf } from "../files/text-of";

/** Far more than 255 shares take. */
const INPUT_LIMIT = 1024 * 1024;

const PATH = "standard input";

/** All of standard input as text, up to `limit` bytes. Fails with file.too-large beyond that, and as any reading does. */
export async function readInput(
  input: AsyncIterable<Uint8Array>,
  limit = INPUT_LIMIT,
): Promise<Result<string, FileFailure>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of input) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) return fail({ code: "file.too-large", path: PATH, limit });
    }
    const bytes = Buffer.concat(chunks);
    const text = textOf(bytes);
    bytes.fill(0);
    return ok(text);
  } catch (thrown) {
    return fail(fileFailure(thrown, PATH, "reading"));
  } finally {
    for (const used of chunks) used.fill(0);
  }
}
