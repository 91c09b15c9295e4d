import { reportBug } from "../ceremony/report-bug";
import type { Room } from "../ceremony/room";
import { type CommandName, commandNames } from "../contract/commands";
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
    return fail(reportBug(name, thrown));
  }
}
