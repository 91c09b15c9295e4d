import { randomBytes } from "node:crypto";
import type { Room } from "../ceremony/room";
import { type CommandName, commandNames } from "../contract/commands";
import type { BorderFailure } from "../contract/errors";
import { fail, type Result } from "../contract/result";
import { inputs, stamp as stampSchema } from "../contract/schemas";
import type { Sender, Transport } from "../contract/transport";

/**
 * Lets the room answer every command that arrives over the transport, in one order: sender, schema,
 * ceremony, `Result`. Nothing is thrown across the border. Views go the other way as the room shows them.
 */
export function serve(transport: Transport, room: Room): void {
  for (const name of commandNames) {
    transport.onCommand(name, (sender, stamp, input) => answer(room, name, sender, stamp, input));
  }
  room.onView(transport.pushView);
}

async function answer<N extends CommandName>(
  room: Room,
  name: N,
  sender: Sender,
  sentStamp: unknown,
  sentInput: unknown,
): Promise<Result<unknown>> {
  if (sender !== "main-window") return fail({ code: "border.refused-sender" });
  const stamp = stampSchema.safeParse(sentStamp);
  const input = inputs[name].safeParse(sentInput);
  if (!stamp.success || !input.success) return fail({ code: "border.bad-input", command: name });
  try {
    return await room.answer(name, stamp.data, input.data);
  } catch (thrown) {
    return fail(report(name, thrown));
  }
}

/**
 * Turns a bug into a failure with a reference, and says on standard error where it happened. Never what
 * the error says: messages quote what was being worked on, as those of `JSON.parse` do.
 */
function report(name: CommandName, thrown: unknown): BorderFailure {
  const reference = randomBytes(4).toString("hex");
  process.stderr.write(`Key Ceremony: internal error ${reference} in ${name}: ${whereabouts(thrown)}\n`);
  return { code: "internal", reference };
}

/** An error's name and the places in its stack, on one line. */
function whereabouts(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a thrown ${typeof thrown}`;
  const places = thrown.stack?.replace(thrown.message, "").match(/^ +at .+$/gm) ?? [];
  return [thrown.name, ...places.map((place) => place.trim())].join(" ");
}
