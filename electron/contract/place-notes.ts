import type { PlaceNote } from "./plan";

/** What each note says of a place, before anything is written there. */
export const placeNotes: Readonly<Record<PlaceNote, string>> = {
  "keystore-no-modes":
    "The keystore’s medium knows no file permissions: whoever can read the medium can read the file. It is useless alone.",
  "keystore-no-links":
    "The keystore’s medium knows no hard links. The file is copied into place instead and compared afterwards.",
  "keystore-no-flush":
    "The keystore’s medium does not confirm that a folder was written. Eject it properly before you unplug it.",
  "keystore-other-owner":
    "The keystore belongs to another user or group, and you may not pass the new one on to them. It will belong to you: " +
    "a program that reads the keystore now may not be able to read the new one.",
  "keystore-fewer-readers":
    "Other users of this workstation can read or change the keystore file now. Only its owner will be able to read the " +
    "new one, and its group if it alone can read this one.",
  "key-no-modes":
    "The Wrapping Key’s medium knows no file permissions: whoever can read the medium can read the key.",
  "key-no-flush":
    "The Wrapping Key’s medium does not confirm that a folder was written. Eject it properly before you unplug it.",
  "same-medium": "Keystore and Wrapping Key go to one medium: whoever takes it has the vault.",
};
