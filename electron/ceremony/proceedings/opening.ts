import type { Failure } from "../../contract/errors";
import type { Finding } from "../../contract/preflight";
import type { PrintSetup } from "../../contract/printers";
import { type Comparison, type Exception, type ExceptionAbout, unexcepted } from "../../contract/proceedings";
import { assertNever, type Result } from "../../contract/result";
import { compared } from "../../preflight/compared";
import type { FrameEvent, FrameTask } from "./frame";
import { type Page, type PageEvent, type PageStep, paging } from "./paging";
import { readLine } from "./readable-line";

/** What the opening must know of a frozen plan. */
export interface Frozen {
  readonly practice: boolean;
  readonly sharedRoles: readonly string[];
}

/** A frozen plan, and how this ceremony prints. */
export interface Framed<P> {
  readonly plan: P;
  readonly setup: PrintSetup;
}

/**
 * From a frozen plan to the first act: the script is read, the record begins, people look at the workstation. Nothing
 * secret exists yet.
 */
export type OpeningState<P extends Frozen> = Framed<P> &
  (
    | {
        readonly step: "script";
        readonly printed: boolean;
        readonly page: Page | null;
        /** The record is being opened. */
        readonly starting: boolean;
        readonly problem: Failure | null;
      }
    | { readonly step: "opened"; readonly looking: boolean }
    | (Looked & { readonly step: "clock"; readonly problem: Failure | null })
    | (Looked & {
        readonly step: "app-hash";
        readonly clock: Comparison;
        readonly problem: Failure | null;
      })
    | Preflight
  );

interface Looked {
  /** What the workstation says of itself. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptionAbout[];
}

interface Preflight extends Looked {
  readonly step: "preflight";
  readonly clock: Comparison;
  /** Null where there was nothing to compare it with. */
  readonly appHash: Comparison | null;
  readonly looking: boolean;
  readonly problem: Failure | null;
}

/** What people do from the script to the preflight, and how what was begun has ended. */
export type OpeningEvent =
  | PageEvent
  | { readonly type: "start" }
  | { readonly type: "record-opened"; readonly result: Result<null> }
  | { readonly type: "first-hash-written" }
  | { readonly type: "looked"; readonly findings: readonly Finding[] }
  | ({ readonly type: "clock-compared" } & Comparison)
  | { readonly type: "app-hash-compared"; readonly comparison: Comparison | null }
  | { readonly type: "look-again" }
  | { readonly type: "exception"; readonly exception: Exception }
  | { readonly type: "pass-preflight" };

/** An opening's answer: the next state and what must be done outside; that it is over; or null, for an event that does not belong. */
export type OpeningStep<P extends Frozen> =
  | { readonly state: OpeningState<P>; readonly task?: FrameTask<P> }
  | "over"
  | null;

type At<P extends Frozen, S extends OpeningState<P>["step"]> = Extract<OpeningState<P>, { step: S }>;

/** The longest name of what something was compared with. */
const SOURCE_LIMIT = 120;

/** Where an opening begins. */
export function firstOpening<P extends Frozen>({ plan, setup }: Framed<P>): OpeningState<P> {
  return { step: "script", plan, setup, printed: false, page: null, starting: false, problem: null };
}

/** What was found, with what people compared: the only way that a clock or a hash is good. */
export function judgedFindings({ findings, clock, appHash }: Preflight): readonly Finding[] {
  const withClock = compared(findings, "clock", clock);
  return appHash === null ? withClock : compared(withClock, "app-hash", appHash);
}

/** The opening of a ceremony's record, as one pure, total function. */
export function opening<P extends Frozen>(state: OpeningState<P>, event: FrameEvent): OpeningStep<P> {
  switch (state.step) {
    case "script":
      return script(state, event);
    case "opened":
      if (event.type === "first-hash-written" && !state.looking) return look({ ...state, looking: true });
      if (event.type !== "looked" || !state.looking) return null;
      return {
        state: {
          step: "clock",
          plan: state.plan,
          setup: state.setup,
          findings: event.findings,
          excepted: [],
          problem: null,
        },
      };
    case "clock":
      return clock(state, event);
    case "app-hash":
      return appHash(state, event);
    case "preflight":
      return preflight(state, event);
    default:
      return assertNever(state);
  }
}

/** Applies what a page's printing makes of a state that carries it. */
export function withPage<S extends { readonly page: Page | null; readonly printed: boolean }>(
  state: S,
  { page, setup, printed }: PageStep,
): S {
  return { ...state, page, setup, printed: state.printed || printed };
}

/** The task that a page's step starts. */
export function pageTask<P>(plan: P, which: "script" | "record", step: PageStep): FrameTask<P> | undefined {
  if (step.task === null) return undefined;
  if (step.task === "list-printers") return { do: "list-printers", plan };
  return { do: "print-page", page: which, plan, paper: step.setup.paper, printer: step.task.printer };
}

function script<P extends Frozen>(state: At<P, "script">, event: FrameEvent): OpeningStep<P> {
  const { plan } = state;
  if (state.starting) {
    if (event.type !== "record-opened") return null;
    if (!event.result.ok) return { state: { ...state, starting: false, problem: event.result.error } };
    return { state: { step: "opened", plan, setup: state.setup, looking: false } };
  }
  if (event.type === "start" && state.page === null) {
    return { state: { ...state, starting: true, problem: null }, task: { do: "open-record", plan } };
  }
  const page = paging(state.page, state.setup, event);
  if (page === null) return null;
  const task = pageTask(plan, "script", page);
  return { state: withPage(state, page), ...(task === undefined ? {} : { task }) };
}

function clock<P extends Frozen>(state: At<P, "clock">, event: FrameEvent): OpeningStep<P> {
  if (event.type !== "clock-compared") return null;
  const { plan, setup, findings, excepted } = state;
  const comparison = readComparison("clock", event);
  if (!comparison.ok) return { state: { ...state, problem: comparison.error } };
  const looked = { plan, setup, findings, excepted };
  return { state: { step: "app-hash", ...looked, clock: comparison.value, problem: null } };
}

function appHash<P extends Frozen>(state: At<P, "app-hash">, event: FrameEvent): OpeningStep<P> {
  if (event.type !== "app-hash-compared") return null;
  const { plan, setup, findings, excepted, clock } = state;
  const comparison = event.comparison === null ? null : readComparison("app-hash", event.comparison);
  if (comparison?.ok === false) return { state: { ...state, problem: comparison.error } };
  const appHash = comparison?.value ?? null;
  const looked = { plan, setup, findings, excepted };
  return { state: { step: "preflight", ...looked, clock, appHash, looking: false, problem: null } };
}

function preflight<P extends Frozen>(state: At<P, "preflight">, event: FrameEvent): OpeningStep<P> {
  if (event.type === "exception") {
    const { about } = event.exception;
    if (about === null) return { state };
    return { state: { ...state, excepted: [...state.excepted, about], problem: null } };
  }
  if (state.looking) {
    if (event.type !== "looked") return null;
    // A clock that was set meanwhile is compared anew, and so is the hash.
    const { plan, setup } = state;
    const excepted = state.excepted.filter((about) => stands(about, state.findings, event.findings));
    return { state: { step: "clock", plan, setup, findings: event.findings, excepted, problem: null } };
  }
  switch (event.type) {
    case "look-again":
      return look({ ...state, looking: true, problem: null });
    case "pass-preflight": {
      const open = unexcepted(judgedFindings(state), state.plan.sharedRoles, state.excepted).length;
      if (open === 0 || state.plan.practice) return "over";
      return { state: { ...state, problem: { code: "preflight.red", open } } };
    }
    default:
      return null;
  }
}

/** Whether an exception still counts after another look: it was about the very thing that is found again. */
function stands(about: ExceptionAbout, before: readonly Finding[], after: readonly Finding[]): boolean {
  if (about === "roles") return true;
  const [was, is] = [before, after].map((findings) => findings.find(({ id }) => id === about));
  return was?.verdict === "red" && is?.verdict === "red" && was.found === is.found;
}

function look<P extends Frozen>(state: OpeningState<P>): OpeningStep<P> {
  return { state, task: { do: "look", plan: state.plan } };
}

function readComparison(item: "clock" | "app-hash", { source, same }: Comparison): Result<Comparison> {
  const wrong = { code: "preflight.source", item, limit: SOURCE_LIMIT } as const;
  const named = readLine(source, SOURCE_LIMIT, wrong);
  return named.ok ? { ok: true, value: { source: named.value, same } } : named;
}
