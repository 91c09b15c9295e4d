import { useEffect, useRef, useState } from "react";
import { useCodeTaker } from "../keyboard/code-taker";
import { readPicture } from "../qr/scan-picture";
import type { ScanProblem } from "../qr/scan-sentences";
import { type CodeAmong, shareAmong } from "../qr/scan-text";
import { useDroppedFiles } from "./scan-picture";

/** How far a screen is with scanning, and what moves it on. */
export interface Scan {
  /** The camera's pane stands in place of the other ways. */
  readonly filming: boolean;
  /** A picture is being read. */
  readonly reading: boolean;
  /** Why the last attempt gave no text. */
  readonly problem: ScanProblem | null;
  readonly film: () => void;
  /** For the pane: a code was read. */
  readonly take: (text: string) => void;
  /** For the pane: it is left because of a problem, or because the person stopped it (null). */
  readonly leave: (problem: ScanProblem | null) => void;
  readonly open: (files: readonly File[]) => void;
}

/**
 * Scanning on one screen: by camera, by a picture that is opened or dropped anywhere, by a scanner that types, wherever
 * the focus is. Gives each text on, once, and keeps none; one that is typed while main has not answered the one before is
 * its second reading. A problem is forgotten when `subject` is another than it was about: what main shows has moved on.
 */
export function useScan(
  onText: (text: string) => Promise<unknown>,
  subject: unknown,
  among: CodeAmong = shareAmong,
): Scan {
  const [filming, setFilming] = useState(false);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<ScanProblem | null>(null);
  const left = useRef(false);
  const answering = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of subject is what matters
  useEffect(() => setProblem(null), [subject]);

  const leave = (why: ScanProblem | null) => {
    setFilming(false);
    setProblem(why);
  };
  const take = (text: string) => {
    leave(null);
    answering.current = true;
    void onText(text).finally(() => {
      answering.current = false;
    });
  };
  useCodeTaker((text) => {
    if (!answering.current) take(text);
  });
  const read = async (files: readonly File[]) => {
    leave(null);
    setReading(true);
    const found = await readPicture(files, among);
    // A code that comes after its screen was left is nobody's.
    if (left.current) return;
    setReading(false);
    if (found.ok) take(found.value);
    else setProblem(found.error);
  };
  const open = (files: readonly File[]) => {
    if (!reading) void read(files);
  };
  useDroppedFiles(open);

  const film = () => {
    setProblem(null);
    setFilming(true);
  };
  return { filming, reading, problem, film, take, leave, open };
}
