import type { BlankShareSheet } from "../../electron/contract/sheets";
import { WordBoxes } from "./numbered-words";
import { ShareAdvice, ShareName } from "./share-front";
import { FoldedStrips } from "./strips";

/** A share sheet to copy the words on by hand: a box for each, and no code. It holds no secret when it is printed. */
export function BlankShareSheetStrips({ sheet }: { readonly sheet: BlankShareSheet }) {
  return (
    <FoldedStrips
      name={<ShareName sheet={sheet} />}
      advice={<ShareAdvice />}
      code={
        <div className="code">
          <p className="no-code">No code on a hand copy: the words are the share</p>
          <WritingAdvice />
        </div>
      }
      text={<WordBoxes count={31} />}
    />
  );
}

function WritingAdvice() {
  return (
    <div className="code-text">
      <h2>For the custodian’s eyes only, once it is written</h2>
      <p>
        Print small letters, one in each space. Four letters tell a word apart, but write the whole word: it
        repairs a letter that fades.
      </p>
      <p>
        Use a ball pen, on a hard surface, with no other paper beneath: a pad keeps what was pressed into it.
      </p>
      <p>
        After a slip take a new sheet, and have this one destroyed with the witnesses. Then type the words
        back from this paper, not from memory.
      </p>
      <p>
        How the words are read without Key Ceremony is in its file docs/formats.md, under “Key Shares, version
        1”.
      </p>
    </div>
  );
}
