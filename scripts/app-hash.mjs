import { publishedHash } from "./set-up/app-hash.mjs";
import { ensureBuilt } from "./set-up/built.mjs";
import { runScript, say } from "./set-up/say.mjs";

/** node scripts/app-hash.mjs: builds the app where needed, and prints the hash to publish. It needs the packages. */
runScript(async () => {
  await ensureBuilt();
  say(await publishedHash());
  return 0;
});
