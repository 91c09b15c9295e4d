import type { Sentences } from "../../electron/contract/wording";

/** What can be wrong with a file that was given as a picture of a sheet. */
export type PictureProblem =
  | { readonly code: "scan.several-files" }
  | { readonly code: "scan.empty-file" }
  | { readonly code: "scan.large-file"; readonly megabytes: number } // the limit
  | { readonly code: "scan.unreadable-file" }
  | { readonly code: "scan.pdf" }
  | { readonly code: "scan.gif" }
  | { readonly code: "scan.moving" }
  | { readonly code: "scan.no-picture" }
  | { readonly code: "scan.many-pixels"; readonly megapixels: number; readonly most: number }
  | { readonly code: "scan.damaged-picture" };

/** What the reader can find instead of the one code that is looked for. The text that it read is in none of these. */
export type CodeProblem =
  | { readonly code: "scan.no-code" }
  | { readonly code: "scan.several-codes" }
  | { readonly code: "scan.wrapping-key" }
  | { readonly code: "scan.printer-proof" }
  | { readonly code: "scan.other-code" }
  // Where a Wrapping Key sheet is looked for.
  | { readonly code: "scan.share" }
  | { readonly code: "scan.not-key-sheet" }
  | { readonly code: "scan.reader" };

/** Why there is no camera, or no longer. */
export type CameraProblem =
  | { readonly code: "scan.no-camera" }
  | { readonly code: "scan.camera-denied" }
  | { readonly code: "scan.camera-busy" }
  | { readonly code: "scan.camera-lost" }
  | { readonly code: "scan.window-hidden" };

/** Every way in which a scan ends without the text of a code, as data: the renderer's own, never sent. */
export type ScanProblem = PictureProblem | CodeProblem | CameraProblem;

const otherWays = "Open a picture of the sheet, use a scanner that types, or type what stands on it.";

const sentences: Sentences<ScanProblem> = {
  "scan.several-files": () => "These are several files. None was opened. Give one picture, of one sheet.",
  "scan.empty-file": () => "This file is empty. Nothing was entered. Choose the picture of the sheet.",
  "scan.large-file": ({ megabytes }) =>
    `This file is larger than ${megabytes} MB. It was not opened. Take a smaller picture of the sheet.`,
  "scan.unreadable-file": () =>
    "This file could not be read. Nothing was entered. Look whether its medium is still there, and that it is no folder.",
  "scan.pdf": () =>
    "This is a PDF, not a picture. It was not opened. Scan the sheet to a PNG or JPEG picture instead.",
  "scan.gif": () =>
    "This is a GIF, whose picture may change while it is looked at. It was not opened. Use a PNG or JPEG picture.",
  "scan.moving": () =>
    "This picture has several frames, and may change while you look at it. It was not opened. Use a PNG or JPEG picture with one.",
  "scan.no-picture": () =>
    "This is not a PNG or JPEG picture. It was not opened. Photograph or scan the sheet as one of these.",
  "scan.many-pixels": ({ megapixels, most }) =>
    `This picture has ${megapixels} megapixels, and at most ${most} are opened. Nothing was entered. ` +
    "Take a smaller picture of the sheet.",
  "scan.damaged-picture": () =>
    "This picture is damaged or not complete. Nothing was entered. Copy it again, or take a new one.",
  "scan.no-code": () =>
    "No code was found in this picture. Nothing was entered. Take it again: the square code whole, sharp and " +
    "evenly lit.",
  "scan.several-codes": () => "More than one code is in view. Nothing was entered. Show one sheet only.",
  "scan.wrapping-key": () =>
    "This is the code of a Wrapping Key sheet, not of a share. Nothing was entered. Put that sheet away, and show " +
    "the share sheet.",
  "scan.printer-proof": () =>
    "This is the test code of the printer proof, not of a share. Nothing was entered. Show the share sheet.",
  "scan.other-code": () =>
    "This code is not one of a share. Nothing was entered. Show the square code on the share sheet.",
  "scan.share": () =>
    "This is the code of a share, not of a Wrapping Key sheet. Nothing was entered. Put that sheet away, and show " +
    "the Wrapping Key sheet.",
  "scan.not-key-sheet": () =>
    "This code is not one of a Wrapping Key sheet. Nothing was entered. Show the square code on the Wrapping Key sheet.",
  "scan.reader": () =>
    "The part of the app that reads codes did not work. Nothing was entered. Use a scanner that types, or type what " +
    "stands on the sheet.",
  "scan.no-camera": () => `No camera was found. Nothing was entered. ${otherWays}`,
  "scan.camera-denied": () =>
    `The camera was refused to this app by the system. Nothing was entered. ${otherWays}`,
  "scan.camera-busy": () =>
    "The camera does not start; another program may be using it. Nothing was entered. Close that program and scan " +
    "again, open a picture of the sheet, or type what stands on it.",
  "scan.camera-lost": () =>
    "The camera stopped or was unplugged. Nothing was entered. Plug it in and scan again, open a picture of the " +
    "sheet, or type what stands on it.",
  "scan.window-hidden": () =>
    "The camera was switched off because the window was hidden. Nothing was entered. Scan again when you are ready.",
};

/** A scan's problem in the words of the app: what happened, what is safe, what to do. A code without one does not compile. */
export function scanSentence(problem: ScanProblem): string {
  // As in contract/sentences.ts, the compiler cannot follow the pairing by a variable.
  const say = sentences[problem.code] as (problem: ScanProblem) => string;
  return say(problem);
}
