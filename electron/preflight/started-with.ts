import { shortList } from "./judgement";

/**
 * The switches that this app is started with: where its profile is, which display it draws on and how large, and without
 * Chromium's sandbox, which root cannot have and every screen tells.
 */
const OWN_SWITCHES = [
  /^--no-sandbox$/,
  /^--user-data-dir=./s,
  /^--ozone-platform=(x11|wayland)$/,
  /^--ozone-platform-hint=(auto|x11|wayland)$/,
  /^--force-device-scale-factor=\d+(\.\d+)?$/,
  /^--disable-gpu$/,
];

/** Variables by which Electron, Node and Chromium write down what they do, or run something else. */
const STEERING =
  /^(ELECTRON_.+|NODE_(DEBUG|DEBUG_NATIVE|V8_COVERAGE|REDIRECT_WARNINGS)|CHROME_(DEVEL_SANDBOX|LOG_FILE|HEADLESS)|BREAKPAD_DUMP_LOCATION|SSLKEYLOGFILE)$/;

/** Of those: what a package's fuses switch off, what every screen tells, how it is drawn, and what is for who installs Electron. */
const HARMLESS =
  /^ELECTRON_(RUN_AS_NODE|DISABLE_SANDBOX|OZONE_PLATFORM_HINT|DISABLE_SECURITY_WARNINGS|OVERRIDE_DIST_PATH|SKIP_BINARY_DOWNLOAD|.*(MIRROR|CACHE|CUSTOM_.+|PROXY)|BUILDER_.+)$/;

/** What loads other code into any program. It is common on some desktops, so that it is told and stops no start. */
const LOADING =
  /^(LD_(PRELOAD|AUDIT|LIBRARY_PATH)|DYLD_.+|GTK_(PATH|EXE_PREFIX|IM_MODULE_FILE)|GIO_(EXTRA_MODULES|MODULE_DIR)|GDK_PIXBUF_MODULE(DIR|_FILE)|GCONV_PATH|LIBGL_DRIVERS_PATH|VK_.*(LAYER|ICD|DRIVER).*|__EGL_VENDOR_LIBRARY_.+)$/;

/** Modules of GTK's by name are the system's own; by path they can be anybody's. */
const GTK_MODULES = /^GTK3?_MODULES$/;

/** How a process was started. */
export interface Started {
  /** The command line, Chromium's switches among it, its program first. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A package knows no word that is no switch, and its fuses switch NODE_OPTIONS off; else a word names the app's folder. */
  readonly packaged: boolean;
}

/** What a start was given that is not the app's own, by name and never by value, which may hold anything. */
export interface Stray {
  /** Switches, and at the end how other arguments are called. */
  readonly switches: readonly string[];
  /** Variables that steer Electron. */
  readonly variables: readonly string[];
  /** Variables that load other code. */
  readonly loading: readonly string[];
}

/** What the app was given at its start besides its own switches, and those in `more`, which this build has as well. Pure. */
export function strayIn({ argv, env, packaged }: Started, more: readonly RegExp[] = []): Stray {
  const own = [...OWN_SWITCHES, ...more];
  const strange = argv.slice(1).filter((argument) => !own.some((allowed) => allowed.test(argument)));
  const switches = strange.filter((argument) => argument.startsWith("-"));
  const words = packaged && strange.length > switches.length;
  const set = Object.keys(env).filter((name) => env[name] !== undefined);
  const loads = (name: string) =>
    LOADING.test(name) ||
    (GTK_MODULES.test(name) && env[name]?.includes("/") === true) ||
    (name === "NODE_OPTIONS" && !packaged);
  return {
    switches: [
      ...new Set(switches.map((one) => one.replace(/=.*$/s, ""))),
      ...(words ? ["an argument that is no option"] : []),
    ],
    variables: set.filter((name) => STEERING.test(name) && !HARMLESS.test(name)),
    loading: set.filter((name) => env[name] !== "" && loads(name)),
  };
}

/** Why a package does not start, and what to do; null where it was given nothing strange. Pure. */
export function whyRefused({ switches, variables }: Stray): string | null {
  const given = [
    ...(switches.length > 0 ? [`with ${shortList(switches)}`] : []),
    ...(variables.length > 0 ? [`with the environment variable ${shortList(variables)}`] : []),
  ];
  if (given.length === 0) return null;
  return (
    `Key Ceremony did not start: it was started ${given.join(" and ")}. This is not one of its own options: such a start may let ` +
    "others steer the app, watch it, or keep what it does. No ceremony was opened. Start it without: look at the menu " +
    "entry, script or shell that starts it."
  );
}

/** All of it, for the preflight. */
export function namesOf({ switches, variables, loading }: Stray): readonly string[] {
  return [...switches, ...variables, ...loading];
}
