import { fail, ok, type Result } from "../../electron/contract/result";
import type { CameraProblem } from "./scan-sentences";

/** A camera of this machine, by the name that the system gives it. */
export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

/** A camera that is on. */
export interface Camera {
  readonly stream: MediaStream;
  /** Which of the choices it is. */
  readonly id: string;
  readonly choices: readonly CameraChoice[];
}

/** The frames that a code is searched in within the time of one: docs/scanning.md. */
const wanted: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Switches a camera on, picture only: the one with this id, or the system's first. */
export async function openCamera(id: string | null): Promise<Result<Camera, CameraProblem>> {
  try {
    const video = id === null ? wanted : { ...wanted, deviceId: { exact: id } };
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: false });
    const [track] = stream.getVideoTracks();
    return ok({ stream, id: track?.getSettings().deviceId ?? "", choices: await cameras() });
  } catch (error) {
    return fail(whyNoCamera(error instanceof DOMException ? error.name : ""));
  }
}

/** Switches it off. */
export function closeCamera({ stream }: Camera): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What the name of a `getUserMedia` error means (W3C Media Capture and Streams, 10.2). */
export function whyNoCamera(name: string): CameraProblem {
  switch (name) {
    case "NotFoundError":
    case "OverconstrainedError":
      return { code: "scan.no-camera" };
    case "NotAllowedError":
    case "SecurityError":
      return { code: "scan.camera-denied" };
    default:
      return { code: "scan.camera-busy" };
  }
}

/** Every camera. Their names are known only while one of them is on. */
async function cameras(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === "videoinput")
    .map(({ deviceId, label }, at) => ({ id: deviceId, name: label === "" ? `Camera ${at + 1}` : label }));
}
