import { version } from "../../package.json";
import { REASON_LIMIT } from "../ceremony/proceedings/readable-line";
import { IDLE_MINUTES } from "../ceremony/writing/renewal-plan";

export const versionLine = `key-ceremony ${version}`;

/** What `--help` says. */
export const usage = `Usage: key-ceremony COMMAND [--json]

  inspect KEYSTORE
      Shows what a keystore says of itself, its seal verified.
  verify KEYSTORE --wrapping-key-file FILE
      Opens a keystore with its Wrapping Key and checks everything. Prints no key.
      FILE is - where the key comes on standard input, as from a pipe.
  check-share [KEYSTORE]
      Reads one Key Share from standard input, or unseen at a terminal: valid, or
      what is wrong with it; with a keystore, whose it is.
  combine KEYSTORE
      Reads Key Shares from standard input, one a line, or unseen at a terminal,
      and proves that this quorum opens the keystore. Prints no key.
  recover KEYSTORE --wrapping-key-out FILE [--bits 192|256] [--reason TEXT]
      The Wrapping Key is lost: a quorum's Key Shares, one a line on standard
      input or entered unseen at a terminal, give the vault a new one.
  rotate KEYSTORE --wrapping-key-file OLD --wrapping-key-out NEW
         [--bits 192|256] [--reason TEXT]
      The Wrapping Key is due: the old one gives the vault a new one. OLD may be -.
  verify-record RECORD [--head HEX] [--keystore KEYSTORE [--fingerprint HEX]]
      Reads a ceremony's record: whether it is whole and sealed; and with the head
      that people wrote on paper, or the vault's keystore, whether it is authentic.
      A keystore is the vault's by the vault fingerprint that is on every sheet.
  preflight
      Looks at this workstation: network, swap, clock and the like, and the app's
      own hash. It warns and never stops: its exit status is 0.

recover and rotate put the keystore's next generation in its place, keep the old
one beside it as NAME.generation-N.json, and write the new Wrapping Key to a new
file that only its owner can read. TEXT is one line of at most ${REASON_LIMIT} characters.
Every Key Share stays valid. Their record, with what preflight finds and the
reason, is NAME.ID.record.jsonl beside the keystore; write the hashes that they
show on paper. The other commands write nothing.

A Key Share is its 31 words (four letters of each are enough) or the text of its
QR code. A word that nobody can read is entered as "?"; damaged words are searched
for, and count where the keystore proves them. Keys and shares are never
arguments: they would stay in the shell's history, and other users of the machine
could see them. At a terminal nothing that is entered is shown, words may be entered
one a line, and shares are forgotten when no key was pressed for ${IDLE_MINUTES} minutes.

  --json       answers with one JSON object: ok, code and the facts
  --version    says which version this is
  -h, --help   says this

The exit status is 0 for yes, 1 for no (an unreadable file too), 2 for wrong usage.
Once the new keystore is written it is 0, whoever can still read the answer.`;
