import { useEffect, useEffectEvent, useRef, useState } from "react";
import { moveFocus } from "../keyboard/move-focus";
import type { Camera } from "../qr/scan-camera";
import { film } from "../qr/scan-film";
import { type CodeProblem, type ScanProblem, scanSentence } from "../qr/scan-sentences";
import { type CodeAmong, shareAmong } from "../qr/scan-text";
import { useMirror } from "../store";

interface ScanPaneProps {
  /** Which code is looked for: a share's, unless something else is said. */
  readonly among?: CodeAmong;
  /** Its text, once; the camera is off by then. */
  readonly onText: (text: string) => void;
  /** The person stopped the camera (null), or it stopped by itself, and why. */
  readonly onLeave: (problem: ScanProblem | null) => void;
}

/**
 * The camera, looking for a code. It is on only while this stands: not after a code was read, not
 * behind the question whether to abort, not in a hidden window.
 */
export function ScanPane({ among = shareAmong, onText, onLeave }: ScanPaneProps) {
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [camera, setCamera] = useState<Pick<Camera, "id" | "choices"> | null>(null);
  const [other, setOther] = useState<CodeProblem | null>(null);
  const asking = useMirror(({ view }) => view !== null && view.asking !== null);

  const read = useEffectEvent(onText);
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    if (video.current === null) return;
    return film(video.current, wanted, among, {
      onCamera: ({ id, choices }) => setCamera({ id, choices }),
      onText: (text) => read(text),
      onOther: setOther,
      onLost: (problem) => leave(problem),
    });
  }, [wanted, among]);
  useEffect(() => {
    if (asking) leave(null);
  }, [asking]);
  useEffect(() => moveFocus(stop.current), []);

  return (
    <div className="scan">
      <div className="scan-view">
        <video ref={video} autoPlay muted playsInline aria-label="What the camera sees" />
        <div className="scan-frame" />
      </div>
      <div className="scan-side">
        <p className={other === null ? "lead" : "problem"} role="status">
          {statusOf(camera !== null, other)}
        </p>
        {camera !== null && camera.choices.length > 1 && (
          <div className="field">
            <label htmlFor="camera">Camera</label>
            <select
              id="camera"
              className="input"
              value={camera.id}
              onChange={(event) => setWanted(event.target.value)}
            >
              {camera.choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <button ref={stop} type="button" className="button button-secondary" onClick={() => onLeave(null)}>
          Stop the camera
        </button>
      </div>
    </div>
  );
}

function statusOf(on: boolean, other: CodeProblem | null): string {
  if (other !== null) return scanSentence(other);
  return on ? "Hold the code inside the frame." : "The camera starts …";
}
