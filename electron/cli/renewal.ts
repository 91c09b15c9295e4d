import { randomUUID } from "node:crypto";
import { dirname, resolve } from "node:path";
import { commitRenewal } from "../ceremony/renewal/commit-renewal";
import { deliverToFile, tryKeyPlace } from "../ceremony/renewal/deliver";
import { type OpenedKeystore, openForRenewal } from "../ceremony/renewal/open-for-renewal";
import { type Renewed, renewWrappingKey } from "../ceremony/renewal/renew";
import { visible } from "../contract/escape";
import { inFours } from "../contract/fours";
import { ok, type Result } from "../contract/result";
import { SecretBytes } from "../crypto/secret-bytes";
import { selfTest } from "../crypto/self-test";
import { mediumOf } from "../files/medium";
import { removeFile } from "../files/remove-file";
import type { Place } from "../files/try-place";
import { fingerprintOf } from "../keystore/facts";
import { openWithWrappingKey } from "../keystore/open";
import { openRecorder, type Recorder } from "../record/recorder";
import { type Answer, refused } from "./answer";
import type { RenewalRequest } from "./arguments";
import { fact, vaultLines } from "./keystore-lines";
import { type Warning, warningLines, warningsOf } from "./warnings";
import { withKeyThere, withSoundCopies } from "./where-things-stand";

/** The opened vault: its Master Key, wiped as soon as the new generation is proven, and what to say of how it was opened. */
export interface OpenedVault {
  readonly masterKey: SecretBytes;
  readonly lines: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How a command opens the vault, or the answer that it cannot. */
export type OpenVault = (
  opened: OpenedKeystore,
) => Promise<{ readonly vault: OpenedVault } | { readonly answer: Answer }>;

interface Renewal {
  readonly kind: "recover" | "rotate";
  readonly request: RenewalRequest;
  readonly ended: AbortSignal;
  readonly openVault: OpenVault;
}

/** What the answer is when a person or the system ended the command before it wrote anything. */
export const stopped: Answer = {
  ok: false,
  code: "stopped",
  facts: {},
  lines: ["Stopped. Nothing was written, and what was entered is wiped."],
};

/**
 * `recover` and `rotate` in DESIGN's order: prove, deliver, take back, write, prove again, wipe. Until the new key
 * is delivered a request to end is heard; from there to the end is a moment that is not cut short.
 */
export async function renew(renewal: Renewal): Promise<Answer> {
  const { path, wrappingKeyOut } = renewal.request;
  const tested = await selfTest();
  if (!tested.ok) return refused(tested.error);
  const opened = await openForRenewal(path);
  if (!opened.ok) return withSoundCopies(refused(opened.error), path);
  const { lock } = opened.value;
  const keyPath = resolve(wrappingKeyOut);
  try {
    const place = await tryKeyPlace(keyPath, opened.value);
    const answer = place.ok
      ? await renewOpened(renewal, opened.value, place.value)
      : await withKeyThere(refused(place.error), keyPath, opened.value);
    return (await lock.release()).ok ? answer : withLockLeft(answer, lock.file);
  } finally {
    // After a bug: it was not released above.
    await lock.release();
  }
}

/** Another workstation would refuse the keystore while its lock stands there. */
function withLockLeft(answer: Answer, file: string): Answer {
  const line = `The lock ${visible(file)} could not be removed. Remove it when the medium can be written to again.`;
  return { ...answer, facts: { ...answer.facts, remaining: [file] }, lines: [...answer.lines, line] };
}

async function renewOpened(renewal: Renewal, opened: OpenedKeystore, place: Place): Promise<Answer> {
  const answer = await renewal.openVault(opened);
  if ("answer" in answer) return answer.answer;
  const made = make(renewal, opened, answer.vault.masterKey);
  if (!made.ok) return refused(made.error);
  try {
    if (renewal.ended.aborted) return stopped;
    const written = await deliverAndWrite(made.value, opened, place.path);
    return written.ok
      ? renewedAnswer(renewal, opened, made.value, place, answer.vault)
      : refused(written.error);
  } finally {
    made.value.wrappingKey.wipe();
  }
}

/** Makes and proves the next generation. The Master Key's life ends here. */
function make(
  { kind, request }: Renewal,
  { keystore, sha256 }: OpenedKeystore,
  masterKey: SecretBytes,
): Result<Renewed> {
  const effects = { now: () => new Date(), random: SecretBytes.random };
  let recorder: Recorder | null = null;
  try {
    const { vault, practice } = keystore;
    const header = { ceremonyId: randomUUID(), kind, vaultId: vault.id, practice, parameters: null };
    const record = openRecorder(header, null, effects.now);
    if (!record.ok) return record;
    recorder = record.value;
    const ceremony = { id: header.ceremonyId, recordKey: recorder.publicKey };
    return renewWrappingKey(
      { kind, bits: request.bits, keystore, sha256, masterKey, ceremony, destroyed: [] },
      effects,
    );
  } finally {
    masterKey.wipe();
    recorder?.close();
  }
}

/** A failure takes the key's file away again, unless what stands under the keystore's name may be what it opens. */
async function deliverAndWrite(
  { keystore, wrappingKey }: Renewed,
  opened: OpenedKeystore,
  path: string,
): Promise<Result<null>> {
  const delivered = await deliverToFile(wrappingKey, path);
  if (!delivered.ok) return delivered;
  try {
    const written = await commitRenewal(opened, keystore, (again) =>
      openWithWrappingKey(again, delivered.value),
    );
    if (!written.ok && written.error.code !== "file.not-put-back") await removeFile(path);
    return written.ok ? ok(null) : written;
  } finally {
    delivered.value.wipe();
  }
}

async function renewedAnswer(
  { kind, request }: Renewal,
  opened: OpenedKeystore,
  { keystore }: Renewed,
  place: Place,
  vault: OpenedVault,
): Promise<Answer> {
  const warnings: Warning[] = [
    ...warningsOf(opened),
    ...(keystore.updatedAt < opened.keystore.updatedAt ? (["clock.behind-keystore"] as const) : []),
    ...((await mediumOf(dirname(opened.path))) === place.medium
      ? (["wrapping-key-file.same-medium"] as const)
      : []),
  ];
  const { kid, bits } = keystore.wrappingKey;
  return {
    ok: true,
    code: "keystore.renewed",
    facts: {
      kind,
      vault: keystore.vault,
      practice: keystore.practice,
      vaultFingerprint: fingerprintOf(keystore),
      generation: keystore.generation,
      keystore: opened.path,
      keptAs: opened.keptAs,
      wrappingKeyFile: place.path,
      wrappingKey: { kid, bits },
      reason: request.reason,
      ...vault.facts,
      warnings,
    },
    lines: [
      ...vaultLines(keystore),
      ...vault.lines,
      fact("Keystore", `${visible(opened.path)}, generation ${keystore.generation}`),
      fact("Kept beside it", visible(opened.keptAs)),
      fact("New Wrapping Key", `${inFours(kid)} (${bits} bit), in ${visible(place.path)}`),
      ...(request.reason === null ? [] : [fact("Reason", visible(request.reason))]),
      "",
      "The new Wrapping Key was read back from its file and opens the keystore. Every Key Share stays valid.",
      "The former Wrapping Key does not open this generation, and still opens every older copy of the keystore.",
      "Keep the old keystore until the vault runs on the new one; then destroy its copies, or that key.",
      ...(request.reason === null ? [] : ["The reason is kept nowhere by this version: write it down."]),
      ...warningLines(warnings),
    ],
  };
}
