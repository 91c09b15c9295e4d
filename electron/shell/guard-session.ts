import type { Session, WebContents } from "electron";
import { MAIN_PAGE, ORIGIN, pageOf } from "./addresses";

/** Who may use the camera, and who learns that it was given. */
export interface CameraRule {
  /** Whether the page of these contents may use the camera at this moment. */
  readonly mayFilm: (contents: WebContents) => boolean;
  /** It was given to a page that may. */
  readonly wasGiven: () => void;
}

/**
 * Denies a session the network, every permission and device, downloads and the spelling dictionaries. The one
 * exception is the camera, picture without sound, for the main page's main frame while `camera` says so.
 */
export function guardSession(session: Session, camera: CameraRule): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith(`${ORIGIN}/`) }));
  session.setPermissionRequestHandler((contents, permission, decide, details) => {
    const kinds = "mediaTypes" in details ? details.mediaTypes : undefined;
    const isCamera = permission === "media" && kinds?.length === 1 && kinds[0] === "video";
    const given = isCamera && isMainPage(details) && camera.mayFilm(contents);
    if (given) camera.wasGiven();
    decide(given);
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) => {
    // With a security origin, the names of devices are asked for. Electron 25 does so for cameras as "audio", too;
    // whoever may know a microphone's name may not listen to it.
    const isList = details.securityOrigin !== undefined;
    const isCamera = permission === "media" && (details.mediaType === "video" || isList);
    return isCamera && isMainPage(details) && contents !== null && camera.mayFilm(contents);
  });
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

function isMainPage(asking: { readonly isMainFrame: boolean; readonly requestingUrl?: string }): boolean {
  return asking.isMainFrame && pageOf(asking.requestingUrl ?? "") === MAIN_PAGE;
}
