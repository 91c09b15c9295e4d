import type { ReactNode } from "react";
import type { GenerationBeside } from "../../electron/contract/keystore-facts";
import { act } from "../bridge";
import { Button } from "./buttons";
import { Time } from "./time";

interface BetterCopyProps {
  readonly title: string;
  readonly copy: GenerationBeside;
  readonly children: ReactNode;
}

/** A keystore beside the one on the page that is to be used instead of it. */
export function BetterCopy({ title, copy, children }: BetterCopyProps) {
  return (
    <section className="notice" aria-labelledby="better-copy-title">
      <h2 id="better-copy-title">{title}</h2>
      <p>{children}</p>
      <p>
        Generation {copy.generation}, last changed <Time at={copy.updatedAt} />:{" "}
        <bdi className="path">{copy.path}</bdi>
      </p>
      <div className="actions">
        <Button onPress={() => void act("openKeystore", { path: copy.path })}>
          Open generation {copy.generation}
        </Button>
      </div>
    </section>
  );
}
