import { join } from "node:path";
import { ensureBuilt } from "./set-up/built.mjs";
import { displayOf, onVirtualDisplay } from "./set-up/display.mjs";
import { project } from "./set-up/places.mjs";
import { run } from "./set-up/run.mjs";
import { sandboxWorks } from "./set-up/sandbox.mjs";
import { runScript, Stop, say } from "./set-up/say.mjs";
import { setUp } from "./set-up/set-up.mjs";
import { programsOf } from "./set-up/system.mjs";

/** npm start: sets up what is missing, builds, and opens the app; without a display it holds a rehearsal. */
runScript(async () => {
  const display = displayOf(process.platform, process.env);
  const { executable } = await setUp(
    display === "none" ? [...programsOf.display, ...programsOf.rehearsal] : [],
  );
  await ensureBuilt();
  if (display !== "none") return openApp(executable, display);

  say("This machine has no display. Holding a rehearsal on a virtual one instead.");
  const { code } = await onVirtualDisplay((env) =>
    run(process.execPath, [join(project, "scripts", "rehearse.mjs")], { env, cwd: project }),
  );
  return code;
});

/**
 * @param {string} executable Electron's
 * @param {"x11" | "wayland"} display
 * @returns {Promise<number>} 0 once its window was closed
 */
async function openApp(executable, display) {
  say("Opening Key Ceremony.");
  const args = display === "wayland" ? ["--ozone-platform=wayland"] : [];
  // The app says so on every screen, and its preflight counts it as red.
  if (!(await sandboxWorks())) args.push("--no-sandbox");
  // Some editors' terminals set this, and Electron would then be a plain Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const { code } = await run(executable, [...args, project], { env });
  if (code !== 0) throw new Stop("Key Ceremony ended unexpectedly. What it said is above.", code);
  return 0;
}
