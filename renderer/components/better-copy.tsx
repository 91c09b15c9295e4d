import type { ReactNode } from "react";
import { act } from "../bridge";
import { Button } from "./buttons";

interface BetterCopyProps {
  readonly title: string;
  readonly copy: { readonly path: string; readonly generation: number };
  readonly children: ReactNode;
}

/** A keystore beside the one on the page that is to be used instead of it. */
export function BetterCopy({ title, copy, children }: BetterCopyProps) {
  return (
    <section className="notice" aria-labelledby="better-copy-title">
      <h2 id="better-copy-title">{title}</h2>
      <p>{children}</p>
      <p>
        Generation {copy.generation}: <bdi className="path">{copy.path}</bdi>
      </p>
      <div className="actions">
        <Button onPress={() => void act("openKeystore", { path: copy.path })}>
          Open generation {copy.generation}
        </Button>
      </div>
    </section>
  );
}
