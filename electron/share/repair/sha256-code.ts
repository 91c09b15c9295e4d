import {
  add,
  addInt,
  and,
  anyEqual,
  type Code,
  getLocal,
  int,
  isLess,
  load,
  loadSplat,
  moduleOf,
  repeated,
  returned,
  setLocal,
  shiftLeft,
  shiftRight,
  when,
  xor,
} from "./wasm";

/** Where things lie in the memory that the code works on, in bytes. Numbers are of 32 bits. */
export const LAYOUT = {
  /** The first block of the message: 16 numbers. What changes is 0 in it. */
  message: 0,
  /** Which of the digest's first 32 bits must be as wanted, and what is wanted of them. */
  mask: 64,
  wanted: 68,
  /** `initialState`, `roundConstants`, and the second block's schedule with the constants added. */
  initial: 128,
  constants: 192,
  secondBlock: 448,
  /** What each candidate puts into the first of the two numbers that it changes, and then into the second. */
  candidates: 1024,
} as const;

/** At most this many candidates, and always a multiple of four: so many are hashed at once. */
export const MOST_CANDIDATES = 2048;
const CANDIDATE_TABLE = MOST_CANDIDATES * 4;
const ROUNDS = 64;
const BLOCK = 16;
const STATE = 8;

// The function's locals: two integers, then vectors.
const AT = 0;
const END = 1;
const FIRST_VECTOR = 2;

/** One number in four lanes, and whether it is the same for every candidate. */
interface Lanes {
  readonly code: Code;
  readonly fixed: boolean;
}

/**
 * A module for `run(at, end)`: SHA-256 (FIPS 180-4) of messages of two blocks that differ in numbers
 * `changing` and `changing + 1` of the first one only. Looks at the candidates from byte `at` to before byte
 * `end` of their table, and gives the byte of the first four among which one has the wanted start of its
 * digest, or -1. All that is the same for every candidate is computed once: the rounds before `changing`, and
 * most of what the schedule adds.
 */
export function sha256Code(changing: number): Uint8Array<ArrayBuffer> {
  const locals = new Locals();
  const before: Code[] = [];
  const inside: Code[] = [];
  const schedule = scheduleOf(changing, locals, before, inside);

  const initial = numbersAt(LAYOUT.initial, STATE);
  const early = locals.keepAll(initial, before);
  const shared = rounds(early, schedule.slice(0, changing), before);

  const state = locals.keepAll(shared.map(getLocal), inside);
  const first = rounds(state, schedule.slice(changing), inside);
  const sums = first.map((local, at) => add(getLocal(local), initial[at] ?? []));
  const middle = locals.keepAll(sums, inside);
  const late = locals.keepAll(middle.map(getLocal), inside);
  const second = rounds(late, numbersAt(LAYOUT.secondBlock, ROUNDS), inside);

  const digest = add(getLocal(second[0] ?? 0), getLocal(middle[0] ?? 0));
  const hit = anyEqual(and(digest, loadSplat(LAYOUT.mask)), loadSplat(LAYOUT.wanted));
  inside.push(when(hit, returned(getLocal(AT))), setLocal(AT, addInt(getLocal(AT), int(16))));
  const body = [
    ...before.flat(),
    ...repeated(inside.flat(), isLess(getLocal(AT), getLocal(END))),
    ...int(-1),
  ];
  return moduleOf(body, locals.count);
}

/** Hands out vector locals. */
class Locals {
  count = 0;

  /** Puts each value into a local of its own, and gives their numbers. */
  keepAll(values: readonly Code[], code: Code[]): number[] {
    return values.map((value) => {
      const local = FIRST_VECTOR + this.count++;
      code.push(setLocal(local, value));
      return local;
    });
  }

  /** The same for one value, as code that reads it. */
  keep(value: Code, code: Code[]): Code {
    return this.keepAll([value], code).flatMap(getLocal);
  }
}

/** What each round adds to the state: the message schedule and the round's constant. */
function scheduleOf(changing: number, locals: Locals, before: Code[], inside: Code[]): Code[] {
  const words: Lanes[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const terms = round < BLOCK ? messageTerms(round, changing) : expandedTerms(round, words);
    const same = terms.filter(({ fixed }) => fixed).map(({ code }) => code);
    const varying = terms.filter(({ fixed }) => !fixed).map(({ code }) => code);
    // What is the same is summed up once; only what varies is added for every four candidates.
    const sum = same.length > 0 ? [locals.keep(add(...same), before)] : [];
    const code = varying.length > 0 ? locals.keep(add(...varying, ...sum), inside) : sum.flat();
    words.push({ code, fixed: varying.length === 0 });
  }
  return words.map(({ code, fixed }, round) => {
    const sum = add(code, loadSplat(LAYOUT.constants + 4 * round));
    return fixed ? locals.keep(sum, before) : sum;
  });
}

function messageTerms(round: number, changing: number): Lanes[] {
  const message: Lanes = { code: loadSplat(LAYOUT.message + 4 * round), fixed: true };
  if (round < changing || round > changing + 1) return [message];
  const table = LAYOUT.candidates + (round - changing) * CANDIDATE_TABLE;
  return [message, { code: load(getLocal(AT), table), fixed: false }];
}

function expandedTerms(round: number, words: readonly Lanes[]): Lanes[] {
  const back = (by: number): Lanes => words[round - by] ?? { code: [], fixed: true };
  return [
    { ...back(2), code: smallSigma(back(2).code, 17, 19, 10) },
    back(7),
    { ...back(15), code: smallSigma(back(15).code, 7, 18, 3) },
    back(16),
  ];
}

/**
 * Rounds over the state in eight locals, a to h. Nothing moves along: each round names the locals anew, and
 * what they are called in the end is returned.
 */
function rounds(locals: readonly number[], sums: readonly Code[], code: Code[]): readonly number[] {
  let state = locals;
  for (const sum of sums) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    // In the order that leaves the fewest values waiting: it decides how fast the compiled code is.
    const choice = xor(and(xor(getLocal(f), getLocal(g)), getLocal(e)), getLocal(g));
    const majority = xor(and(xor(getLocal(a), getLocal(b)), xor(getLocal(b), getLocal(c))), getLocal(b));
    code.push(
      setLocal(h, add(getLocal(h), sum, choice, bigSigma(getLocal(e), 6, 11, 25))),
      setLocal(d, add(getLocal(d), getLocal(h))),
      setLocal(h, add(getLocal(h), majority, bigSigma(getLocal(a), 2, 13, 22))),
    );
    state = [h, a, b, c, d, e, f, g];
  }
  return state;
}

function bigSigma(value: Code, ...turns: readonly number[]): Code {
  return xor(...turns.flatMap((by) => turned(value, by)));
}

function smallSigma(value: Code, one: number, other: number, shift: number): Code {
  return xor(...turned(value, one), ...turned(value, other), shiftRight(value, shift));
}

/** The two parts of the value rotated to the right, for which vectors have no instruction. */
function turned(value: Code, by: number): Code[] {
  return [shiftRight(value, by), shiftLeft(value, 32 - by)];
}

function numbersAt(offset: number, count: number): Code[] {
  return Array.from({ length: count }, (_, at) => loadSplat(offset + 4 * at));
}
