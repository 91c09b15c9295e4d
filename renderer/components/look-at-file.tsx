import { type FormEvent, useState } from "react";
import { act } from "../bridge";
import { Button } from "./buttons";
import { PathField } from "./path-field";

const files = {
  keystore: {
    title: "Look at a keystore",
    about: "Its public facts are shown and its seal is checked. Nothing is changed, and no key is needed.",
    label: "Keystore file",
    purpose: "open-keystore",
    command: "openKeystore",
    open: "Open the keystore",
    other: "record",
    instead: "Look at a ceremony’s record",
  },
  record: {
    title: "Look at a ceremony’s record",
    about: "Every line and the seal are checked, and the whole is shown in words. Nothing is changed.",
    label: "Record file",
    purpose: "open-record",
    command: "openRecord",
    open: "Open the record",
    other: "keystore",
    instead: "Look at a keystore",
  },
} as const;

/** A look at a file that exists: a keystore or, when asked for, a record. */
export function LookAtFile() {
  const [kind, setKind] = useState<keyof typeof files>("keystore");
  const [path, setPath] = useState("");
  const { title, about, label, purpose, command, open, other, instead } = files[kind];
  const onOpen = (event?: FormEvent) => {
    event?.preventDefault();
    void act(command, { path });
  };
  return (
    <section className="apart" aria-labelledby="open-title">
      <h2 id="open-title">{title}</h2>
      <p>{about}</p>
      <form onSubmit={onOpen} noValidate autoComplete="off">
        <PathField label={label} purpose={purpose} value={path} onChange={setPath} member="path" />
        <div className="actions">
          <Button onPress={onOpen}>{open}</Button>
          <Button kind="quiet" onPress={() => setKind(other)}>
            {instead}
          </Button>
        </div>
      </form>
    </section>
  );
}
