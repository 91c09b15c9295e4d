import { type Dated, dated, generationAloud } from "../../contract/beside-sentences";
import { visible } from "../../contract/escape";
import type { PlanView } from "../../contract/plan";
import type { ScriptStep } from "../../contract/sheets";

type Unnumbered = Omit<ScriptStep, "number">;

/** What a script must know of a plan. */
type Scripted = Pick<PlanView, "administrator" | "custodians" | "threshold" | "delivery" | "renews">;

const ALL = "Everybody";
const OTHERS = "Everybody else";

/**
 * The steps of a ceremony that writes a keystore, with its parameters, in order: who acts, who looks away, what is done.
 * The screens follow the same order.
 */
export function scriptOf(plan: Scripted): readonly ScriptStep[] {
  return numbered([
    ...beforeFirstAct(plan.administrator),
    ...whichGeneration(plan),
    ...(printsSheets(plan) ? [proof(plan.administrator)] : []),
    ...gathering(plan),
    ...making(plan),
    ...distributing(plan),
    ...delivering(plan),
    ...closing(plan),
  ]);
}

/** The steps of a round of checks over the custodians of a keystore. */
export function scriptOfCheck(
  administrator: string,
  custodians: readonly string[],
  keystore: Dated,
): readonly ScriptStep[] {
  return numbered([
    ...beforeFirstAct(administrator),
    sayGeneration(administrator, "checks", dated(keystore)),
    step(ALL, "Compare the vault fingerprint on the screen with the one on a share sheet."),
    ...custodians.map((name) =>
      step(
        name,
        "Opens the bag before the witnesses, scans or types the share, alone, and puts the sheet into a new bag. " +
          "The numbers of both bags are read aloud and typed. Who did not come is noted as not reachable.",
        OTHERS,
      ),
    ),
    step(administrator, "Reads the custody report aloud, and saves it."),
    ...signing(administrator),
  ]);
}

/** Whether a ceremony puts a secret on paper: then a printer is proven first. */
export function printsSheets({ renews, delivery }: Pick<PlanView, "renews" | "delivery">): boolean {
  return renews === null || renews.kind === "reshare" || delivery.way === "sheet";
}

function beforeFirstAct(administrator: string): readonly Unnumbered[] {
  return [
    step(
      administrator,
      "Reads the parameters aloud. The ceremony is started; they cannot be changed from here on.",
    ),
    step("The witnesses", "Write down the hash of the record’s first line."),
    step(administrator, "Compares the clock aloud with an independent one, which is named."),
    step("A witness", "Compares the app’s hash, or its eight words, with the published one on paper."),
    step(
      administrator,
      "Reads aloud what the app finds of the workstation. What is red is cured, or an exception is recorded.",
    ),
  ];
}

/** An older copy opens as well as the newest: only the people know that there was a later ceremony. */
function whichGeneration({ renews, administrator }: Scripted): readonly Unnumbered[] {
  return renews === null ? [] : [sayGeneration(administrator, "starts from", generationAloud(renews))];
}

function sayGeneration(administrator: string, does: string, generation: string): Unnumbered {
  return step(
    administrator,
    `Reads aloud the generation that the ceremony ${does}: ${generation}. ` +
      "Whoever was at a later ceremony of this vault says so now.",
  );
}

function proof(administrator: string): Unnumbered {
  return step(administrator, "Prints the proof page; its code is scanned, or its eight words typed.");
}

function gathering({ renews, custodians, threshold, administrator }: Scripted): readonly Unnumbered[] {
  if (renews === null) return [];
  if (renews.opener === "wrapping-key") {
    return [
      step(
        "The operator",
        "Enters the Wrapping Key that is about to be replaced, from its file or its sheet.",
        OTHERS,
      ),
    ];
  }
  const damaged = renews.kind === "recover-damaged";
  const needed = damaged ? threshold : renews.keystore.threshold;
  const who = damaged || renews.kind === "reshare" ? [] : custodians;
  const share =
    "reads aloud what is approved, opens the bag before the witnesses, enters the share alone, and puts the sheet into a " +
    "new bag. The numbers of both bags are read aloud and typed.";
  return [
    step(
      "The custodians",
      `Come in any order${needed > 0 ? ` until ${needed} shares are in` : ""}. Each ${share}`,
      OTHERS,
    ),
    ...who.map((name) =>
      step(name, "If this custodian came: the share was entered and the sheet is in its new bag."),
    ),
    ...(damaged
      ? [
          step(
            administrator,
            "Reads the names that the quorum confirms aloud; each custodian says that theirs is right.",
          ),
        ]
      : []),
  ];
}

function making({ renews }: Scripted): readonly Unnumbered[] {
  const made =
    renews === null
      ? "The app tests itself, makes the keys, splits the Recovery Key, seals the keystore and opens it again in memory."
      : "The app tests itself, proves the Master Key against fingerprint and seal, and makes and proves the next generation.";
  return [
    step("Nobody", `${made} Hands off the keyboard.`),
    ...(renews === null ? [step("The witnesses", "Write down the vault fingerprint from the screen.")] : []),
  ];
}

function distributing({ renews, custodians, administrator }: Scripted): readonly Unnumbered[] {
  if (renews !== null && renews.kind !== "reshare") return [];
  return custodians.flatMap((name) => [
    step(
      name,
      "Comes to the screen, alone; prints the share or copies it by hand; reads the sheet back; folds it.",
      OTHERS,
    ),
    step(
      administrator,
      `The sheet of ${name} is sealed in its bag. One person reads the number aloud, another types it.`,
    ),
  ]);
}

function delivering({ renews, delivery, administrator }: Scripted): readonly Unnumbered[] {
  const write = step(
    "Nobody",
    renews === null
      ? "The keystore is written, read again and opened with what was delivered. Hands off the keyboard."
      : "The next generation is written beside the old one, read again and opened. Hands off the keyboard.",
  );
  const key =
    renews?.kind === "reshare"
      ? []
      : delivery.way === "file"
        ? [step(administrator, `The Wrapping Key is written to ${delivery.path} and read back from there.`)]
        : [
            step(
              "The operator",
              "Fetches the Wrapping Key’s sheet, scans its code and types a line, or types it back whole, and seals it in a bag.",
              OTHERS,
            ),
          ];
  return [...key, write, step(administrator, "Makes a second copy of the keystore on another medium.")];
}

function closing({ renews, administrator }: Scripted): readonly Unnumbered[] {
  return [
    ...(renews === null
      ? []
      : [step(administrator, "The old keystore is kept until the vault runs on the new one, or removed.")]),
    ...(renews?.kind === "reshare"
      ? [
          step(
            administrator,
            "The old sheets that are here are destroyed before everybody. Those that were seen destroyed are noted.",
          ),
        ]
      : []),
    step("A witness", "Counts the bags. Spoiled sheets are destroyed now, before everybody."),
    ...signing(administrator),
    step(ALL, "Compares the vault fingerprint with the sheets; media and bags leave in different hands."),
  ];
}

function signing(administrator: string): readonly Unnumbered[] {
  return [
    step(
      ALL,
      "Each person says by name that they were present, that the script was followed except as noted, and that the record is " +
        "true; or disagrees, and why.",
    ),
    step(administrator, "Seals the record."),
    step("The witnesses", "Write down the record’s head. The record is printed and signed."),
  ];
}

/** A name may hold what turns the text around it; a script is read as it stands. */
function step(who: string, text: string, lookAway: string | null = null): Unnumbered {
  return { who: visible(who), lookAway, text: visible(text) };
}

function numbered(steps: readonly Unnumbered[]): readonly ScriptStep[] {
  return steps.map((one, at) => ({ number: at + 1, ...one }));
}
