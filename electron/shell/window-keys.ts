import type { Input, WebContents } from "electron";

/** Zoom levels are powers of 1.2: these are 58 % and 249 %. */
const SMALLEST = -3;
const LARGEST = 5;

/** Gives a window without a menu the keys that people need from one: larger, smaller, usual size, reload. */
export function handleWindowKeys(contents: WebContents): void {
  contents.on("before-input-event", (event, input) => {
    const action = actionOf(input, process.platform === "darwin");
    if (action === null) return;
    event.preventDefault();
    if (action === "reload") contents.reload();
    else contents.setZoomLevel(zoomed(contents.getZoomLevel(), action));
  });
}

type Zoom = "larger" | "smaller" | "usual-size";

/** What a key asks for. `=` is the plus key without Shift. */
export function actionOf(
  input: Pick<Input, "type" | "key" | "control" | "meta" | "alt">,
  isMac: boolean,
): Zoom | "reload" | null {
  const command = isMac ? input.meta && !input.control : input.control && !input.meta;
  if (input.type !== "keyDown" || !command || input.alt) return null;
  switch (input.key.toLowerCase()) {
    case "+":
    case "=":
      return "larger";
    case "-":
    case "_":
      return "smaller";
    case "0":
      return "usual-size";
    case "r":
      return "reload";
    default:
      return null;
  }
}

/** The zoom level after a key, within what stays readable. */
export function zoomed(level: number, zoom: Zoom): number {
  switch (zoom) {
    case "larger":
      return Math.min(level + 0.5, LARGEST);
    case "smaller":
      return Math.max(level - 0.5, SMALLEST);
    case "usual-size":
      return 0;
  }
}
