import type { Event, WebContents } from "electron";

/** Keeps a page where it was put, and no longer: no navigation, no further window, no embedded one, no staying. */
export function guardContents(contents: WebContents): void {
  contents.on("will-navigate", prevent);
  contents.on("will-frame-navigate", prevent);
  contents.on("will-redirect", prevent);
  contents.on("will-attach-webview", prevent);
  // A page may ask to stay when main loads another; the question is not put to anybody.
  contents.on("will-prevent-unload", prevent);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  // WebRTC's own sockets pass by webRequest.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
}

function prevent(event: Event): void {
  event.preventDefault();
}
