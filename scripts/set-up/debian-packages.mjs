import { run } from "./run.mjs";
import { Stop, say } from "./say.mjs";

/**
 * Installs Debian packages where this runs as root; else asks the person to, with one command.
 * @param {string[]} packages as Debian 12 calls them
 * @throws {Stop} when they cannot be installed from here
 */
export async function installDebianPackages(packages) {
  const policy = await aptPolicy(packages);
  if (policy === undefined) {
    throw new Stop(
      `These packages are missing, in Debian's names: ${packages.join(" ")}. Install them, then run this again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install --no-install-recommends ${chooseNames(packages, policy).join(" ")}`;
    throw new Stop(
      `Some system packages are missing. Run this one command, then run this again:\n\n  ${command}\n`,
    );
  }

  say(`Installing system packages: ${packages.join(" ")} …`);
  if (allKnown(packages, policy) && (await aptInstall(chooseNames(packages, policy)))) return;
  // The list of packages is empty on a fresh machine, and an old one names versions that are gone.
  const updated = await apt(["update"]);
  if (updated && (await aptInstall(chooseNames(packages, (await aptPolicy(packages)) ?? "")))) return;
  throw new Stop(
    `apt-get could not install: ${packages.join(" ")}. This step needs the network once; then run this again.`,
  );
}

/**
 * @param {string} policy what `apt-cache policy` answers
 * @returns {Set<string>} the packages in it that can be installed
 */
export function installable(policy) {
  const found = policy.matchAll(/^(\S+):\n +Installed: .*\n +Candidate: (.*)$/gm);
  return new Set(
    [...found].filter(([, , candidate]) => candidate !== "(none)").map(([, name]) => name ?? ""),
  );
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries with the end `t64`.
 * @param {string[]} packages as Debian 12 calls them
 * @param {string} policy what `apt-cache policy` answers for both spellings
 * @returns {string[]} as this machine calls them; a package that it does not know keeps its name
 */
export function chooseNames(packages, policy) {
  const known = installable(policy);
  return packages.map((name) => (!known.has(name) && known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * @param {string[]} packages
 * @param {string} policy
 */
function allKnown(packages, policy) {
  const known = installable(policy);
  return chooseNames(packages, policy).every((name) => known.has(name));
}

/**
 * @param {string[]} packages
 * @returns {Promise<string | undefined>} what `apt-cache policy` answers, if this machine has apt
 */
async function aptPolicy(packages) {
  const names = packages.flatMap((name) => [name, `${name}t64`]);
  const asked = await run("apt-cache", ["policy", ...names], { env: aptEnvironment(), quiet: true }).catch(
    () => undefined,
  );
  return asked?.code === 0 ? asked.output : undefined;
}

/** @param {string[]} names */
function aptInstall(names) {
  return apt(["install", "--yes", "--no-install-recommends", ...names]);
}

/**
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it worked; where not, what apt-get said is shown
 */
async function apt(args) {
  const { code, output } = await run("apt-get", ["--quiet", ...args], { env: aptEnvironment(), quiet: true });
  if (code !== 0) say(output.trim());
  return code === 0;
}

/** @returns {NodeJS.ProcessEnv} no questions, and answers in the language that is parsed here */
function aptEnvironment() {
  return { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
}
