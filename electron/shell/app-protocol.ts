import { readFile } from "node:fs/promises";
import { protocol, type Session } from "electron";
import { pageOf, SCHEME } from "./addresses";
import type { AppFile } from "./app-files";
import { responseHeaders } from "./response-headers";

/** Makes `app://` an origin like https, whose pages may fetch where their policy allows. Only before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the app's files in a session, each under exactly one address. Everything else is not found. */
export function serveAppFiles(session: Session, files: ReadonlyMap<string, AppFile>): void {
  session.protocol.handle(SCHEME, async ({ method, url }) => {
    const file = method === "GET" ? files.get(pageOf(url)) : undefined;
    const headers = responseHeaders(url);
    if (file === undefined) return new Response(null, { status: 404, headers });
    return new Response(await readFile(file.path), { headers: { ...headers, "Content-Type": file.type } });
  });
}
