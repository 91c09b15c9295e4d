import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOf, strayIn, whyRefused } from "../../../electron/preflight/started-with";

const usual = {
  PATH: "/usr/bin",
  DISPLAY: ":0",
  HOME: "/home/ada",
  GTK_MODULES: "gail:atk-bridge",
  NODE_VERSION: "20",
};

/** What is strange about a package's command line, or its environment. */
const given = (args: readonly string[], env = {}) =>
  strayIn({ argv: ["/opt/key-ceremony/key-ceremony", ...args], env: { ...usual, ...env }, packaged: true });

const refusal = (args: readonly string[], env = {}) => whyRefused(given(args, env));

describe("a package", () => {
  it.each([
    [],
    ["--no-sandbox"],
    ["--user-data-dir=/media/stick/profile"],
    ["--ozone-platform=wayland"],
    ["--ozone-platform-hint=auto", "--force-device-scale-factor=1.5", "--disable-gpu"],
  ])("starts with its own switches: %j %j %j", (...args) => {
    expect(refusal(args.filter((arg) => arg !== undefined))).toBeNull();
  });

  it.each([
    "--remote-debugging-port=9222",
    "--remote-debugging-pipe",
    "--remote-allow-origins=*",
    "--inspect",
    "--inspect-brk=0",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--use-file-for-fake-video-capture=/tmp/a.y4m",
    "--js-flags=--expose-gc",
    "--log-net-log=/tmp/net.json",
    "--log-file=/tmp/log",
    "--enable-logging",
    "--v=1",
    "--proxy-server=10.0.0.1:8080",
    "--proxy-pac-url=http://x/",
    "--host-resolver-rules=MAP * 10.0.0.1",
    "--load-extension=/tmp/x",
    "--disable-extensions-except=/tmp/x",
    "--disable-web-security",
    "--allow-file-access-from-files",
    "--disable-features=X",
    "--enable-blink-features=X",
    "--renderer-cmd-prefix=gdb",
    "--gpu-launcher=gdb",
    "--utility-cmd-prefix=gdb",
    "--no-zygote",
    "--single-process",
    "--in-process-gpu",
    "--disable-seccomp-filter-sandbox",
    "--disable-namespace-sandbox",
    "--trace-startup",
    "--ssl-key-log-file=/tmp/keys",
    "--crash-dumps-dir=/tmp",
    "--headless",
    "--disk-cache-dir=/tmp",
    "--type=renderer",
    "-r",
    "-remote-debugging-port=9222",
    "--REMOTE-DEBUGGING-PORT=9222",
    "--no-sandbox=0",
    "--no-sandbox ",
    "-no-sandbox",
    "--user-data-dir",
    "--user-data-dir=",
    "--ozone-platform=headless",
    "--ozone-platform=x11,headless",
    "--force-device-scale-factor=1 --inspect",
    "--",
    "--a-switch-of-next-year",
  ])("does not start with %s", (argument) => {
    expect(refusal([argument])).toContain("Key Ceremony did not start: it was started with -");
    expect(refusal(["--no-sandbox", argument, "--disable-gpu"])).not.toBeNull();
  });

  it("names switches and never what they hold, nor other words", () => {
    const said = refusal(["--log-file=/tmp/secret", "--log-file=/tmp/other", "--v=1", "abandon"]);
    expect(said).toContain("with --log-file, --v, an argument that is no option. This is not one of its own");
    expect(said).not.toMatch(/secret|other\b|abandon/);
  });

  it("starts with nothing but its own switches", () => {
    const own =
      /^--(no-sandbox|disable-gpu|(user-data-dir|ozone-platform(-hint)?|force-device-scale-factor)=.+)$/s;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `--${text}`),
        ),
        (argument) => {
          fc.pre(!own.test(argument));
          expect(refusal([argument])).not.toBeNull();
        },
      ),
    );
  });

  it.each([
    "ELECTRON_ENABLE_LOGGING",
    "ELECTRON_LOG_FILE",
    "ELECTRON_LOG_ASAR_READS",
    "ELECTRON_NO_ASAR",
    "ELECTRON_ENABLE_STACK_DUMPING",
    "ELECTRON_A_VARIABLE_OF_NEXT_YEAR",
    "NODE_DEBUG",
    "NODE_V8_COVERAGE",
    "NODE_REDIRECT_WARNINGS",
    "CHROME_DEVEL_SANDBOX",
    "CHROME_LOG_FILE",
    "SSLKEYLOGFILE",
  ])("does not start with the variable %s", (name) => {
    const said = refusal([], { [name]: "" });
    expect(said).toContain(`it was started with the environment variable ${name}. This is not`);
  });

  it.each([
    "ELECTRON_RUN_AS_NODE",
    "NODE_OPTIONS",
    "ELECTRON_DISABLE_SANDBOX",
    "http_proxy",
    "NODE_ENV",
    "CHROME_DESKTOP",
  ])("starts with %s, which does nothing to it or is told", (name) => {
    expect(refusal([], { [name]: "1" })).toBeNull();
    expect(namesOf(given([], { [name]: "1" }))).toEqual([]);
  });

  it.each(["LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "GTK_PATH", "GIO_EXTRA_MODULES", "VK_LAYER_PATH"])(
    "starts with %s, and names it",
    (name) => {
      expect(refusal([], { [name]: "/tmp/x.so" })).toBeNull();
      expect(namesOf(given([], { [name]: "/tmp/x.so" }))).toEqual([name]);
      expect(namesOf(given([], { [name]: "" }))).toEqual([]);
    },
  );

  it("takes modules of GTK by name for the system's, and by path for anybody's", () => {
    expect(namesOf(given([], { GTK_MODULES: "/tmp/x.so" }))).toEqual(["GTK_MODULES"]);
    expect(namesOf(given([], { GTK3_MODULES: "canberra-gtk-module" }))).toEqual([]);
  });
});

describe("a clone", () => {
  it("has a word for its own folder, and no fuse against Node's options", () => {
    const stray = strayIn({
      argv: ["/usr/bin/electron", "--no-sandbox", "--inspect=0", "/home/ada/key-ceremony"],
      env: { ...usual, NODE_OPTIONS: "--require x", ELECTRON_ENABLE_LOGGING: "1", LD_PRELOAD: "x.so" },
      packaged: false,
    });
    expect(namesOf(stray)).toEqual(["--inspect", "ELECTRON_ENABLE_LOGGING", "NODE_OPTIONS", "LD_PRELOAD"]);
  });
});
