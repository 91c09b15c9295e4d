import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { SigningPair } from "../../../electron/crypto/signing";

/** A line before it is chained; what is given here beyond or instead of the usual members goes in as it is. */
export type Draft = Readonly<Record<string, unknown>>;

export function openingOf(pair: SigningPair, data: Draft = {}): Draft {
  return {
    event: "ceremony.opened",
    actor: "administrator",
    data: {
      version: 1,
      ceremonyId: "e2b97b68-b07f-4ef1-8495-81fc2148ea34",
      kind: "generate",
      vaultId: "0eef0d22-1d3c-4020-8282-b63cb8729441",
      practice: false,
      publicKey: Buffer.from(pair.publicKey).toString("base64url"),
      ...data,
    },
  };
}

/** The lines of a record, chained and numbered, without LFs. */
export function chained(drafts: readonly Draft[]): string[] {
  const lines: string[] = [];
  for (const draft of drafts) lines.push(text(next(lines, draft)));
  return lines;
}

/** The lines with their seal by `pair` behind them; `data` goes over the seal's own. */
export function sealed(lines: readonly string[], pair: SigningPair, data: Draft = {}): string[] {
  const publicKey = Buffer.from(pair.publicKey).toString("base64url");
  const unsigned = next(lines, { event: "record.sealed", actor: "app", data: { publicKey, ...data } });
  const hash = createHash("sha256").update(text(unsigned)).digest();
  const message = Buffer.concat([Buffer.from("key-ceremony/v1/record\0"), hash]);
  const signature = Buffer.from(pair.sign(message)).toString("base64url");
  return [...lines, text({ ...unsigned, data: { publicKey, signature, ...data } })];
}

/** The bytes of a file of these lines. */
export function fileOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
}

function next(lines: readonly string[], draft: Draft): Draft {
  const last = lines.at(-1);
  return {
    seq: lines.length,
    time: "2026-11-23T22:00:00.000Z",
    prev: last === undefined ? "0".repeat(64) : createHash("sha256").update(last).digest("hex"),
    ...draft,
  };
}

function text(line: Draft): string {
  return canonicalize(line) ?? "";
}
