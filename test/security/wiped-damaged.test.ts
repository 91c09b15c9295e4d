import { afterEach, expect, it, vi } from "vitest";
import { SecretBytes } from "../../electron/crypto/secret-bytes";
import {
  comeToNames,
  deliverAndEnd,
  flippedSeal,
  openDamaged,
  planRecovery,
} from "../unit/ceremony/held-damaged";
import { giveShare } from "../unit/ceremony/held-vault";

/** Every SecretBytes that was made since the damaged keystore was opened. */
let made: SecretBytes[] = [];

afterEach(() => {
  vi.restoreAllMocks();
});

async function opened() {
  const damaged = await openDamaged(flippedSeal);
  made = [];
  const { random, copyOf } = SecretBytes;
  const keep = (secret: SecretBytes) => {
    made.push(secret);
    return secret;
  };
  // `take` makes its copy with `copyOf`; there is no fourth way.
  vi.spyOn(SecretBytes, "random").mockImplementation((length) => keep(random.call(SecretBytes, length)));
  vi.spyOn(SecretBytes, "copyOf").mockImplementation((bytes) => keep(copyOf.call(SecretBytes, bytes)));
  return damaged;
}

const alive = () => made.filter(({ wiped }) => !wiped).map(({ length }) => length);

it("holds nothing but the quorum's shares and the record's key while the names are confirmed, and nothing at the end", async () => {
  const damaged = await opened();
  const { typed } = await comeToNames(damaged);
  expect(alive()).toEqual([32, 39, 39]);
  await damaged.held.must("confirmNames", typed);
  await deliverAndEnd(damaged);
  expect(alive()).toEqual([]);
});

it("wipes the shares of a quorum that opens another vault", async () => {
  const damaged = await opened();
  await planRecovery(damaged, "0".repeat(32));
  await giveShare(damaged.held, damaged.vault, 0);
  expect(alive()).toEqual([32, 39]);
  await giveShare(damaged.held, damaged.vault, 1);
  expect(damaged.held.at("gather").given).toEqual([]);
  expect(alive()).toEqual([32]);
  await damaged.held.room.leave();
  expect(alive()).toEqual([]);
});

it.each(["abort", "leave"])(
  "wipes everything on %s at the names, and when the new key is made",
  async (way) => {
    for (const confirmed of [false, true]) {
      const damaged = await opened();
      const { typed } = await comeToNames(damaged);
      if (confirmed) await damaged.held.must("confirmNames", typed);
      expect(alive()).not.toEqual([]);
      if (way === "leave") await damaged.held.room.leave();
      else {
        await damaged.held.must("askAbort", null);
        await damaged.held.must("abort", null);
      }
      expect(alive()).toEqual([]);
      vi.restoreAllMocks();
    }
  },
);
