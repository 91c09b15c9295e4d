import type { ProofSheet } from "../../electron/contract/sheets";
import { QrCode } from "../qr/code";
import { Words } from "./numbered-words";
import { Advice, Box, Head, Marks, Parameters } from "./parts";
import { FlatStrips } from "./strips";
import { TonerPatterns } from "./toner-patterns";

/**
 * A page that proves a printer before the first secret. Its code and words stand where a share's stand, in the same
 * size, so that a fault of the printer shows here as it would there.
 */
export function ProofSheetStrips({ sheet }: { readonly sheet: ProofSheet }) {
  return (
    <>
      <Corners />
      <FlatStrips
        name={<Name sheet={sheet} />}
        advice={
          <>
            <WhatToDo />
            <TonerPatterns />
          </>
        }
        code={
          <div className="code">
            <QrCode text={sheet.qr} label="A test code that holds no secret" />
            <Letters />
          </div>
        }
        text={<Words words={sheet.words} />}
      />
    </>
  );
}

/** The edge of what a printer must reach: nothing of any sheet stands further out. */
function Corners() {
  return ["top-left", "top-right", "bottom-left", "bottom-right"].map((corner) => (
    <i key={corner} className={`corner ${corner}`} />
  ));
}

function Name({ sheet }: { readonly sheet: ProofSheet }) {
  return (
    <>
      <Head sheet={sheet} title="Printer proof" note="Printed before any secret is" />
      <div className="boxes">
        <Box label="Printer" text={sheet.printer} />
        <Box label="Vault" text={sheet.vaultName} />
      </div>
      <div className="beside">
        <Marks marks={[{ what: "Date and time (UTC)", is: sheet.date.slice(0, 16).replace("T", " ") }]} />
        <p className="no-secret">This page holds no secret. Destroy or keep it as you like.</p>
      </div>
      <Parameters hash={sheet.parametersHash} />
    </>
  );
}

function WhatToDo() {
  return (
    <Advice
      answers={{
        "Look at it":
          "All four corners are there. Lines are whole down to 0.3 mm, black is black, and nothing is smeared, streaked or doubled. The black bar leaves no shadow further down.",
        "Read it back":
          "Scan the code below in Key Ceremony, or type the words. Only then does a share go to this printer.",
        "Something is wrong?":
          "Change the toner or take another printer, and print this page again. A fault costs nothing as long as no secret is on paper.",
      }}
    />
  );
}

/** Every character of words, keys and fingerprints, in each face and size that a sheet has them in. */
function Letters() {
  return (
    <div className="code-text">
      <h2>Every letter must be told from every other</h2>
      <p className="words-face">
        <b>
          abcdefghijklm
          <br />
          nopqrstuvwxyz
        </b>
        <br />
        0123456789
      </p>
      <p className="key-face">
        <b>0123 4567 89ab cdef</b>
      </p>
      <p className="marks-face">
        <b>0123 4567 89ab cdef</b>
      </p>
      <p className="tie">0123 4567 89ab cdef</p>
      <p className="words-face">
        <b>ilj1 rn m vv w cl d 0o uv 6b 9g</b>
      </p>
    </div>
  );
}
