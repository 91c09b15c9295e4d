import { type Camera, closeCamera, openCamera } from "./scan-camera";
import { pixels } from "./scan-pixels";
import { type CodeReader, openReader } from "./scan-reader";
import type { CodeProblem, ScanProblem } from "./scan-sentences";
import { fitted } from "./scan-size";
import type { CodeAmong } from "./scan-text";

/** What comes of filming. After `onText` and `onLost` nothing more is told, and the camera is off already. */
export interface FilmListener {
  readonly onCamera: (camera: Camera) => void;
  readonly onText: (text: string) => void;
  /** A code that is not looked for, or several, are in view. Filming goes on. */
  readonly onOther: (problem: CodeProblem) => void;
  readonly onLost: (problem: ScanProblem) => void;
}

/** A camera may give larger frames than it was asked for. */
const MOST_PIXELS = 1280 * 720;

/** Left to the page between two frames, in milliseconds. */
const REST = 60;

/**
 * Shows a camera in `video` and reads its frames, one at a time, until the code was read, the camera is lost,
 * the window is hidden, or the function that it gives is called. Whichever it is, the camera is switched off first.
 */
export function film(
  video: HTMLVideoElement,
  cameraId: string | null,
  among: CodeAmong,
  listener: FilmListener,
): () => void {
  const end = new AbortController();
  const { signal } = end;
  const lose = (problem: ScanProblem) => {
    if (signal.aborted) return;
    end.abort();
    listener.onLost(problem);
  };
  const onHidden = () => {
    if (document.hidden) lose({ code: "scan.window-hidden" });
  };
  document.addEventListener("visibilitychange", onHidden, { signal });

  const start = async () => {
    const [camera, reader] = await Promise.all([openCamera(cameraId), openReader(among)]);
    const close = () => {
      if (reader.ok) reader.value.close();
      if (!camera.ok) return;
      closeCamera(camera.value);
      // Another film may be in it already.
      if (video.srcObject === camera.value.stream) video.srcObject = null;
    };
    // Left while the camera started.
    if (signal.aborted) return close();
    signal.addEventListener("abort", close);
    if (!camera.ok) return lose(camera.error);
    if (!reader.ok) return lose(reader.error);
    for (const track of camera.value.stream.getTracks()) {
      track.addEventListener("ended", () => lose({ code: "scan.camera-lost" }), { signal });
    }
    video.srcObject = camera.value.stream;
    listener.onCamera(camera.value);
    const seen = await search(video, reader.value, listener.onOther, signal);
    if (seen === null) return;
    end.abort();
    listener.onText(seen);
  };
  // Whatever breaks, no camera stays on.
  start().catch(() => lose({ code: "scan.reader" }));
  return () => end.abort();
}

/** The text of the first such code that comes into view; null when it was ended before. */
async function search(
  video: HTMLVideoElement,
  reader: CodeReader,
  onOther: FilmListener["onOther"],
  signal: AbortSignal,
): Promise<string | null> {
  const frames = pixels();
  signal.addEventListener("abort", frames.clear);
  for (;;) {
    await nextFrame(video);
    if (signal.aborted) return null;
    const size = fitted({ width: video.videoWidth, height: video.videoHeight }, MOST_PIXELS);
    const read = await reader.read(frames.of(video, size));
    if (signal.aborted) return null;
    if (read.ok) return read.value;
    if (read.error.code !== "scan.no-code") onOther(read.error);
  }
}

/** Waits for the next frame after a rest. A camera that is off gives none, and nobody waits any more. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => video.requestVideoFrameCallback(() => resolve()), REST);
  });
}
