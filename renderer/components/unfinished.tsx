import type { UnfinishedView } from "../../electron/contract/views";
import { act } from "../bridge";
import { Button } from "./buttons";
import { type Fact, Facts } from "./facts";
import { Time } from "./time";

type Says = string | ((left: UnfinishedView) => string);

const says: Readonly<Record<UnfinishedView["kind"], Says>> = {
  "orphan-key":
    "An earlier ceremony stopped before its keystore was written. Its Wrapping Key file is still there and opens " +
    "nothing. If its keystore may be on a medium that is not inserted now, insert it and start the app again. " +
    "Otherwise remove the file, and destroy the share sheets of that ceremony before its witnesses.",
  complete:
    "An earlier ceremony stopped after its keystore was written. The keystore and its Wrapping Key file are both " +
    "there and fit one another: the vault is sound. Make a second copy of the keystore yourself.",
  written:
    "An earlier ceremony stopped after its keystore was written, and before its record was sealed. The keystore is there, " +
    "and its Wrapping Key is on its sheet: the vault is sound. Make a second copy of the keystore yourself.",
  misfit:
    "An earlier ceremony stopped in the middle. A keystore and a Wrapping Key file are there, but the key does not " +
    "open the keystore. Do not use either before somebody has found out why.",
  "not-renewed": (left) =>
    "An earlier ceremony stopped before it replaced the keystore: the vault opens as it did before, and the sheets that " +
    `its custodians had are good. ${whatOpensNothing(left)}`,
  renewed: ({ paper }) =>
    `An earlier ceremony stopped after it had replaced the keystore. ${whatCounts(paper)} The old keystore is kept beside ` +
    "the new one.",
  "renewal-unclear":
    "A ceremony that was to replace a keystore stopped in the middle, and what stands in the keystore’s place now is " +
    "neither the old one nor the one that was made, or it cannot be seen. If it is on a medium, insert it and start the " +
    "app again. Destroy no sheet, no key and no keystore before somebody has found out which keystore the vault runs on.",
  unclear: ({ wrappingKeyPath, paper }) =>
    isNothing({ wrappingKeyPath, paper })
      ? "An earlier ceremony stopped before any key was made. No key and no sheet of it exists: hold it again."
      : unclear,
};

const unclear =
  "An earlier ceremony stopped in the middle, and not everything that it may have written can be seen. If one of " +
  "the places below is on a medium, insert it and start the app again. If no keystore was written there, the " +
  "share sheets of that ceremony open nothing: destroy them before its witnesses.";

type Left = Pick<UnfinishedView, "wrappingKeyPath" | "paper">;

/** What was left, and what to do about it: only what that ceremony can have made. */
export function whatWasLeft(left: UnfinishedView): string {
  const said = says[left.kind];
  return typeof said === "string" ? said : said(left);
}

function isNothing({ wrappingKeyPath, paper }: Left): boolean {
  return wrappingKeyPath === null && paper !== null && !paper.shares && !paper.key;
}

function whatOpensNothing({ wrappingKeyPath, paper }: Left): string {
  if (isNothing({ wrappingKeyPath, paper })) return "It left no key and no new sheet.";
  const file = wrappingKeyPath === null ? [] : ["Its Wrapping Key file opens nothing: remove it."];
  const sheets = [
    ...(paper === null || paper.key ? ["a Wrapping Key sheet"] : []),
    ...(paper === null || paper.shares ? ["new share sheets"] : []),
  ];
  const printed = `If ${sheets.join(" or ")} came out in it, they open nothing: destroy them before witnesses.`;
  return [...file, ...(sheets.length === 0 ? [] : [printed])].join(" ");
}

function whatCounts(paper: UnfinishedView["paper"]): string {
  if (paper === null)
    return "What was delivered in it is what counts: the new Wrapping Key, or the new sheets.";
  return paper.shares
    ? "The new share sheets count, and those that were handed out before open nothing; the Wrapping Key is as it was."
    : "The new Wrapping Key counts; the custodians’ sheets are as they were.";
}

/** What an earlier ceremony left behind, and what to do about it. */
export function Unfinished({ unfinished }: { readonly unfinished: UnfinishedView }) {
  const { kind, keystorePath, wrappingKeyPath, startedAt, recordPath } = unfinished;
  return (
    <section className="notice" aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">A ceremony was not finished</h2>
      <p>{whatWasLeft(unfinished)}</p>
      <Facts
        facts={[
          { what: "Started", is: <Time at={startedAt} /> },
          {
            what: "Wrapping Key",
            is: wrappingKeyPath === null ? "None in a file" : <bdi className="path">{wrappingKeyPath}</bdi>,
          },
          { what: "Keystore", is: <bdi className="path">{keystorePath}</bdi> },
          ...recordOf(recordPath),
        ]}
      />
      <div className="actions">
        {(kind === "orphan-key" || (kind === "not-renewed" && wrappingKeyPath !== null)) && (
          <Button onPress={() => void act("removeUnfinished", null)}>Remove the Wrapping Key file</Button>
        )}
        <Button onPress={() => void act("dismissUnfinished", null)}>Leave everything as it is</Button>
      </div>
    </section>
  );
}

function recordOf(path: string | null): readonly Fact[] {
  if (path === null) return [];
  return [
    {
      what: "Record",
      is: (
        <>
          <bdi className="path">{path}</bdi>
          <p className="hint">It ends where the ceremony was interrupted, without a seal. Keep it.</p>
        </>
      ),
    },
  ];
}
