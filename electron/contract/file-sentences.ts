import type { FileFailure } from "./errors";
import { listed, quoted, type Sentences } from "./wording";

const nothingWritten = "Nothing was written.";

export const fileSentences: Sentences<FileFailure> = {
  "file.missing": ({ path }) =>
    path === ""
      ? "No file is named. Enter its full path, or choose it."
      : `There is no file ${quoted(path)}. Check its name and that its medium is inserted.`,
  "file.folder-missing": ({ path }) =>
    `The folder ${quoted(path)} is not there. ${nothingWritten} ` +
    "Check that its medium is still inserted, or choose another place.",
  "file.not-absolute": ({ path }) =>
    `${beginningOf(path)} ${nothingWritten} Choose the place with its full path.`,
  "file.path-characters": ({ path }) =>
    `${quoted(path)} holds a line break or another character that no file’s name has. ${nothingWritten} ` +
    "Copy the path of one file, or choose the file.",
  "file.address": ({ path }) =>
    `${quoted(path)} is an address that does not lead to a file of this workstation. ${nothingWritten} ` +
    "Use a file on a medium that is connected here, and give its path.",
  "file.is-folder": ({ path }) => `${quoted(path)} is a folder, not a file. Choose a file.`,
  "file.not-a-file": ({ path }) => `${quoted(path)} is not an ordinary file. Choose another.`,
  "file.exists": ({ path }) =>
    `${quoted(path)} exists already, and is never replaced. Nothing was touched. Choose another name.`,
  "file.denied": ({ path }) =>
    `You may not use ${quoted(path)}. Nothing was changed. Choose another place, or ask who administers this workstation.`,
  "file.read-only": ({ path }) =>
    `${quoted(path)} lies on a medium that cannot be written to. ${nothingWritten} ` +
    "Unlock the medium or choose another place.",
  "file.disk-full": ({ path }) =>
    `There is not enough room for ${quoted(path)}. Nothing of it remains there. Make room or choose another place.`,
  "file.name-too-long": ({ path }) =>
    `The name ${quoted(path)} is too long. ${nothingWritten} ` +
    "Choose a shorter one: what is added to it, for the record beside a keystore above all, must fit as well.",
  "file.name-refused": ({ path, characters }) =>
    characters.length === 0
      ? `The medium cannot have a file of the name ${quoted(path)}. ${nothingWritten} Choose a name of letters, digits and hyphens.`
      : `The name ${quoted(path)} cannot be used: ${listed(characters.map(inName))}. ${nothingWritten} Choose another name.`,
  "file.same-name": ({ path }) =>
    `On its medium ${quoted(path)} would be the same name as that of another file of this ceremony. ${nothingWritten} ` +
    "Choose another name.",
  "file.too-large": ({ path, limit }) =>
    `${quoted(path)} is larger than anything expected there (${limit} bytes). Nothing was read from it. ` +
    "Choose another file.",
  "file.locked": ({ path, host, pid }) =>
    (pid === 0
      ? `${quoted(path)} is in use: its lock file says nothing that can be understood. `
      : `${quoted(path)} is in use by process ${pid} on ${quoted(host)}. `) +
    "Nothing was changed. Finish there first. If nobody is using it, after a power cut for example, remove the .lock file " +
    "beside it and try again.",
  // What it was locked for was refused, and is said first.
  "file.lock-left": ({ path }) =>
    `Its lock ${quoted(path)} could not be removed either: remove that file when its medium can be written to again.`,
  "file.other-medium": ({ path }) =>
    `Where ${quoted(path)} will go is another medium now than the one that was tried. ${nothingWritten} ` +
    "Insert the right one and try again, which takes what is there then, or choose another place.",
  "file.same-medium": ({ path }) =>
    `${quoted(path)} would bring keystore and Wrapping Key onto one medium: whoever takes it has the vault. ` +
    `${nothingWritten} Choose another place, or try again to write it there all the same.`,
  "file.not-as-written": ({ path }) =>
    `What ${quoted(path)} holds is not what was written to it: the medium may be failing. ` +
    "Nothing there is relied on. Choose another medium.",
  "file.backup-differs": ({ path }) =>
    `The old keystore would be kept as ${quoted(path)}, and something else stands there. ${nothingWritten} ` +
    "Find out what it is: a keystore that was copied back and changed has two histories. Move it elsewhere, then try again.",
  "file.not-put-back": ({ path, keptAs }) =>
    `What stands at ${quoted(path)} now could not be proven. The keystore as it was before is kept as ${quoted(keptAs)} ` +
    "and opens as before. Keep both files, and what was delivered in this ceremony: the new Wrapping Key, or the new " +
    "sheets. Have somebody find out which of the two opens with it, on another medium.",
  "file.set-aside": ({ path, keptAs }) =>
    `${quoted(path)} did not hold what was just written: another program wrote there, or the medium is failing. ` +
    `What it held is kept as ${quoted(keptAs)}, and the keystore as it was before is in its place again. ` +
    "Find out which program writes there, then try again.",
  "file.failed": ({ path, reason }) =>
    `${quoted(path)} could not be used (${reason}). ${mediumIsGone(reason) ? "The medium may have been removed or be failing. " : ""}` +
    "Choose another place or medium.",
};

function beginningOf(path: string): string {
  if (path.trim() === "") return "No file is named.";
  if (path.trimStart().startsWith("~")) {
    return `${quoted(path)} begins with “~”, which only a terminal understands as your home folder.`;
  }
  return `${quoted(path)} does not say where it begins.`;
}

/** What is wrong with a character of a name. */
function inName(character: string): string {
  switch (character) {
    case " ":
      return "it begins or ends with a space";
    case ".":
      return "it ends with a dot";
    default:
      return `its medium does not allow “${character}”`;
  }
}

function mediumIsGone(reason: string): boolean {
  return ["EIO", "ENODEV", "ENXIO", "ESTALE", "ENOTCONN"].includes(reason);
}
