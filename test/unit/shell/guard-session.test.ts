import type { Session, WebContents } from "electron";
import { beforeEach, describe, expect, it } from "vitest";
import { type CameraRule, guardSession } from "../../../electron/shell/guard-session";

type Handlers = {
  request: NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>;
  check: NonNullable<Parameters<Session["setPermissionCheckHandler"]>[0]>;
};
type Permission = Parameters<Handlers["request"]>[1];
type Kind = "video" | "audio";

const page = {} as WebContents;
const mainPage = "app://ceremony/index.html";

describe("guardSession", () => {
  let handlers: Handlers;
  let filming: WebContents | null;
  let given: number;
  beforeEach(() => {
    filming = page;
    given = 0;
    handlers = guarded({
      mayFilm: (contents) => contents === filming,
      wasGiven: () => {
        given += 1;
      },
    });
  });

  /** Whether a request is allowed, and whether a check is; they must agree. */
  function isAllowed(permission: Permission, kinds: readonly Kind[], from = mainPage, isMainFrame = true) {
    let decided: boolean | null = null;
    const where = { isMainFrame, requestingUrl: from };
    const decide = (granted: boolean) => {
      decided = granted;
    };
    handlers.request(page, permission, decide, { ...where, mediaTypes: [...kinds] });
    const checks = kinds.map((mediaType) =>
      handlers.check(page, permission as "media", "app://ceremony/", { ...where, mediaType }),
    );
    return { requested: decided, checked: checks.every(Boolean) };
  }
  const allowed = { requested: true, checked: true };
  const denied = { requested: false, checked: false };

  it("gives the camera without sound to the main page while it scans", () => {
    expect(isAllowed("media", ["video"])).toEqual(allowed);
    expect(isAllowed("media", ["video"], `${mainPage}#part`)).toEqual(allowed);
  });

  it("tells when it was given, not when it was asked about or refused", () => {
    isAllowed("media", ["video"], mainPage, false);
    isAllowed("media", ["video", "audio"]);
    expect(given).toBe(0);
    isAllowed("media", ["video"]);
    expect(given).toBe(1);
  });

  it("gives it to nobody else, and at no other time", () => {
    expect(isAllowed("media", ["video"], "app://ceremony/sheet.html")).toEqual(denied);
    expect(isAllowed("media", ["video"], "https://example.org/index.html")).toEqual(denied);
    expect(isAllowed("media", ["video"], mainPage, false)).toEqual(denied);
    filming = null;
    expect(isAllowed("media", ["video"])).toEqual(denied);
    filming = {} as WebContents;
    expect(isAllowed("media", ["video"])).toEqual(denied);
    expect(handlers.check(null, "media", "", { isMainFrame: true, mediaType: "video" })).toBe(false);
  });

  it("gives sound and the screen to nobody", () => {
    expect(isAllowed("media", ["audio"])).toEqual(denied);
    expect(isAllowed("media", ["video", "audio"])).toEqual(denied);
    expect(isAllowed("media", []).requested).toBe(false);
    expect(isAllowed("display-capture", ["video"])).toEqual(denied);
  });

  it("lets the main page know the cameras' names while it scans", () => {
    // Electron 25 asks for them under "audio".
    for (const mediaType of ["video", "audio"] as const) {
      const details = {
        isMainFrame: true,
        requestingUrl: mainPage,
        securityOrigin: "app://ceremony/",
        mediaType,
      };
      filming = page;
      expect(handlers.check(page, "media", mainPage, details)).toBe(true);
      filming = null;
      expect(handlers.check(page, "media", mainPage, details)).toBe(false);
    }
  });

  it.each(["geolocation", "notifications", "clipboard-read", "fullscreen", "midi", "unknown"] as const)(
    "denies %s while it scans",
    (permission) => {
      expect(isAllowed(permission, ["video"])).toEqual(denied);
    },
  );
});

/** What `guardSession` sets on a session for permissions; nothing else of it is looked at. */
function guarded(camera: CameraRule): Handlers {
  const handlers: Partial<Handlers> = {};
  guardSession(
    {
      webRequest: { onBeforeRequest: () => undefined },
      setPermissionRequestHandler: (handler: Handlers["request"]) => {
        handlers.request = handler;
      },
      setPermissionCheckHandler: (handler: Handlers["check"]) => {
        handlers.check = handler;
      },
      setDevicePermissionHandler: () => undefined,
      on: () => undefined,
      setSpellCheckerEnabled: () => undefined,
    } as unknown as Session,
    camera,
  );
  return handlers as Handlers;
}
