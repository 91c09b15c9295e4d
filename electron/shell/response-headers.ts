import { MAIN_PAGE, pageOf } from "./addresses";
import { permissionsPolicy } from "./permissions-policy";

/**
 * What a page may do: load the app's own scripts, styles, fonts and pictures, and nothing else. It may not
 * connect, start workers, embed, be embedded, print, submit forms, or turn text into markup or script.
 */
const everyPage: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self'",
  "worker-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "'none'",
  // No dialogs of the page's own, the print dialog among them; no downloads, windows or locked pointer. Main prints.
  sandbox: "allow-scripts allow-same-origin allow-forms",
};

/** The main page scans: it fetches the code reader, one of the app's own files, and compiles it. Text is still no script. */
const mainPage: Readonly<Record<string, string>> = {
  ...everyPage,
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
};

/** The headers of the answer for an address, a refusal as well as a file. */
export function responseHeaders(address: string): Readonly<Record<string, string>> {
  const policy = pageOf(address) === MAIN_PAGE ? mainPage : everyPage;
  const directives = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`);
  return {
    "Content-Security-Policy": directives.join("; "),
    "Permissions-Policy": permissionsPolicy(address),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}
