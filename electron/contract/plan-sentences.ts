import type { PlanFailure, Role } from "./errors";
import { counted, oddCharacter, quoted, type Sentences, wrongLength } from "./wording";

export const planSentences: Sentences<PlanFailure> = {
  "plan.vault-name": () =>
    "The vault needs a name of 1 to 120 characters, on one line. It stands on every sheet; choose one that people know.",
  "plan.name-empty": ({ role, position }) => `The name of ${person(role, position)} is empty. Enter it.`,
  "plan.name-too-long": ({ role, position, limit }) =>
    `The name of ${person(role, position)} is longer than ${limit} characters. Enter a shorter one.`,
  "plan.name-characters": ({ role, position }) =>
    `The name of ${person(role, position)} holds a character that cannot be printed. Enter it again by hand.`,
  "plan.same-person": ({ first, second }) =>
    first === second
      ? `${quoted(first)} is named twice. Every person has one part in a ceremony; name another person.`
      : `${quoted(first)} and ${quoted(second)} are the same name but for case, spaces or what cannot be seen. ` +
        "Every person has one part in a ceremony; name another person.",
  "plan.reason": ({ member, limit }) =>
    `${member === "reason" ? "The reason" : "Who authorised it"} is told in 1 to ${limit} characters, on one line. ` +
    "Everybody reads it before the keystore is opened.",
  "plan.fingerprint": ({ length, odd }) => {
    const wrong =
      odd === null
        ? `A vault fingerprint has 32 characters, in 8 groups of four. ${wrongLength(length, 32)}`
        : oddCharacter(odd);
    return `${wrong} Type the vault fingerprint as it is printed on a share sheet.`;
  },
  "plan.too-few-witnesses": () => "A ceremony needs at least one witness. Name one.",
  "plan.custodian-count": ({ count }) =>
    `A vault has 3 to 255 custodians, and ${counted(count, "custodian")} ${count === 1 ? "is" : "are"} named. ` +
    "Change the list.",
  "plan.threshold": ({ custodians }) =>
    `The threshold is a whole number from 2 to ${custodians}, the number of custodians. Choose another.`,
  "plan.confirm-all-needed": () =>
    "With this threshold every share is needed: one lost share loses the vault. " +
    "Confirm that this is wanted, or choose a lower one.",
  "plan.same-path": ({ path }) =>
    `The keystore and the Wrapping Key cannot both go to ${quoted(path)}. Choose another place for one of them.`,
  "plan.own-place": ({ path }) =>
    `While a ceremony is under way this app has a file of its own at ${quoted(path)}. Choose another place.`,
  "plan.confirm-shared-medium": () =>
    "The keystore and the Wrapping Key would lie on the same medium: whoever takes it can open the vault. " +
    "Choose another medium for one of them, or confirm that this is wanted.",
  "plan.confirm-runtime": () =>
    "This app stands on an old runtime that no longer receives security updates. " +
    "Use a current one for a real vault, or confirm that this workstation may be relied on.",
  "plan.confirm-roles": ({ person }) =>
    `${quoted(person)} would have two parts. Each person should have one: name another person, or confirm that ` +
    "your team is too small; an exception is then recorded before the ceremony goes on.",
  "plan.say-rehearsal": () =>
    "Say whether a rehearsal of this ceremony was held. One is recommended before a production ceremony.",
};

/** "the administrator", "witness 2" */
function person(role: Role, position: number): string {
  return role === "administrator" ? "the administrator" : `${role} ${position + 1}`;
}
