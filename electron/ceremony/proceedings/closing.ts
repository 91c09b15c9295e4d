import type { Failure, ProceedingsFailure, Role } from "../../contract/errors";
import type { People, Signer } from "../../contract/proceedings";
import { assertNever, ok, type Result } from "../../contract/result";
import { personKey } from "../people";
import type { FrameEvent, FrameTask, LastWord } from "./frame";
import { type Framed, pageTask, withPage } from "./opening";
import { type Page, type PageEvent, paging } from "./paging";
import { readLine } from "./readable-line";

/**
 * From the last act to the sealed record: each person signs off, the record is sealed, everybody writes down its head.
 * `after` is what the ceremony still needs when the record is closed.
 */
export type ClosingState<P, A> = Framed<P> & { readonly after: A; readonly signers: readonly Signer[] } & (
    | { readonly step: "sign-off"; readonly sealing: boolean; readonly problem: Failure | null }
    | { readonly step: "signing"; readonly name: string; readonly problem: Failure | null }
    | {
        readonly step: "sealed";
        readonly aborted: boolean;
        readonly printed: boolean;
        readonly page: Page | null;
        readonly problem: Failure | null;
      }
  );

/** What people do at the sign-off, and how the sealing has ended. */
export type ClosingEvent =
  | PageEvent
  | { readonly type: "choose-signer"; readonly name: string }
  | { readonly type: "sign-off"; readonly disagreement: Result<string | null, ProceedingsFailure> }
  | { readonly type: "leave-signing" }
  | { readonly type: "seal" }
  | { readonly type: "record-sealed"; readonly result: Result<null> }
  | { readonly type: "head-written" };

/** A closing's answer: the next state and what must be done outside; that it is over; or null, for an event that does not belong. */
export type ClosingStep<P, A> =
  | { readonly state: ClosingState<P, A>; readonly task?: FrameTask<P> }
  | "over"
  | null;

type SealTask<P> = Extract<FrameTask<P>, { do: "seal" }>;

type At<P, A, S extends ClosingState<P, A>["step"]> = Extract<ClosingState<P, A>, { step: S }>;

/** The longest reason of who disagrees, in characters. */
const DISAGREEMENT_LIMIT = 500;

/** Where a closing begins: nobody has signed. `custodians` are those who took part. */
export function firstClosing<P, A>({ plan, setup }: Framed<P>, people: People, after: A): ClosingState<P, A> {
  return {
    step: "sign-off",
    plan,
    setup,
    after,
    signers: signersOf(people),
    sealing: false,
    problem: null,
  };
}

/** The record of a ceremony that was aborted: sealed, and nobody signs it here. */
export function abortedClosing<P, A>(
  { plan, setup }: Framed<P>,
  people: People,
  after: A,
): ClosingState<P, A> {
  const signers = signersOf(people);
  const rest = { printed: false, page: null, problem: null };
  return { step: "sealed", plan, setup, after, signers, aborted: true, ...rest };
}

/** Why somebody disagrees, as they typed it; null is their yes. Fails with sign-off.reason or text.secret. */
export function readDisagreement(typed: string | null): Result<string | null, ProceedingsFailure> {
  if (typed === null) return ok(null);
  return readLine(typed, DISAGREEMENT_LIMIT, { code: "sign-off.reason", limit: DISAGREEMENT_LIMIT });
}

/** Seals the record of those who were asked to sign. Its last words are written once, however often it is tried. */
export function sealTask<P>({ plan, signers }: { plan: P; signers: readonly Signer[] }): SealTask<P> {
  return { do: "seal", plan, last: lastWords(signers) };
}

/** The closing of a ceremony's record, as one pure, total function. */
export function closing<P, A>(state: ClosingState<P, A>, event: FrameEvent): ClosingStep<P, A> {
  switch (state.step) {
    case "sign-off":
      return signOff(state, event);
    case "signing":
      return signing(state, event);
    case "sealed":
      return sealed(state, event);
    default:
      return assertNever(state);
  }
}

function signOff<P, A>(state: At<P, A, "sign-off">, event: FrameEvent): ClosingStep<P, A> {
  const { plan, setup, after, signers } = state;
  const framed = { plan, setup, after, signers };
  if (state.sealing) {
    if (event.type !== "record-sealed") return null;
    const rest = { aborted: false, printed: false, page: null, problem: null };
    return { state: { step: "sealed", ...framed, ...rest } };
  }
  switch (event.type) {
    case "choose-signer": {
      const signer = signers.find(({ name }) => name === event.name);
      if (signer?.said !== "open") return null;
      return { state: { step: "signing", ...framed, name: signer.name, problem: null } };
    }
    case "seal": {
      const missing = signers.filter(mustSign).map(({ name }) => name);
      if (missing.length > 0) {
        return { state: { ...state, problem: { code: "sign-off.open", names: missing } } };
      }
      return {
        state: { ...state, sealing: true, problem: null },
        task: sealTask({ plan, signers }),
      };
    }
    default:
      return null;
  }
}

function signing<P, A>(state: At<P, A, "signing">, event: FrameEvent): ClosingStep<P, A> {
  const { plan, setup, after, signers, name } = state;
  const list = { step: "sign-off", plan, setup, after, sealing: false, problem: null } as const;
  switch (event.type) {
    case "sign-off": {
      const { disagreement } = event;
      if (!disagreement.ok) return { state: { ...state, problem: disagreement.error } };
      const said = disagreement.value === null ? "confirmed" : "disagrees";
      return {
        state: {
          ...list,
          signers: signers.map((signer) => (signer.name === name ? { ...signer, said } : signer)),
        },
      };
    }
    case "leave-signing":
      return { state: { ...list, signers } };
    default:
      return null;
  }
}

function sealed<P, A>(state: At<P, A, "sealed">, event: FrameEvent): ClosingStep<P, A> {
  if (event.type === "head-written" && state.page === null) return "over";
  const page = paging(state.page, state.setup, event);
  if (page === null) return null;
  const task = pageTask(state.plan, "record", page);
  return { state: withPage(state, page), ...(task === undefined ? {} : { task }) };
}

/** Custodians may have left with their bags: the record says that they did not sign. */
function mustSign({ roles, said }: Signer): boolean {
  return said === "open" && roles.some((role) => role !== "custodian");
}

function lastWords(signers: readonly Signer[]): readonly LastWord[] {
  const absent = signers.filter(({ said }) => said === "open").map(({ name }) => name);
  const ended = { event: "ceremony.ended" } as const;
  return absent.length === 0 ? [ended] : [{ event: "sign-off.absent", names: absent }, ended];
}

/** Each person once, by the first of their names, with every part that they have. */
function signersOf({ administrator, witnesses, custodians }: People): readonly Signer[] {
  const parts: readonly (readonly [string, Role])[] = [
    [administrator, "administrator"],
    ...witnesses.map((name) => [name, "witness"] as const),
    ...custodians.map((name) => [name, "custodian"] as const),
  ];
  const signers = new Map<string, Signer>();
  for (const [name, role] of parts) {
    const known = signers.get(personKey(name));
    const roles = [...(known?.roles ?? []), role];
    signers.set(personKey(name), { name: known?.name ?? name, roles, said: "open" });
  }
  return [...signers.values()];
}
