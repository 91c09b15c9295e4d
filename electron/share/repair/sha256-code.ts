import {
  add,
  addInt,
  and,
  anySet,
  type Code,
  equal,
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
  store,
  when,
  xor,
} from "./wasm";

/**
 * Groups of four candidates that are hashed side by side. One group's steps wait for each other; with two
 * the processor always has something to do, and more than two have no room in its registers.
 */
const GROUPS = [0, 1] as const;
const LANES = 16; // bytes of four numbers

/** How many candidates are hashed at once. */
export const AT_ONCE = 4 * GROUPS.length;
/** At most this many candidates, and always a multiple of `AT_ONCE`. */
export const MOST_CANDIDATES = 2048;
const CANDIDATE_TABLE = MOST_CANDIDATES * 4;

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
  /** What each round of the first block adds to the state, for each group. */
  sums: 1024 + 2 * CANDIDATE_TABLE,
} as const;

const ROUNDS = 64;
const BLOCK = 16;
const STATE = 8;
/** With fewer rounds in a pass of the loop the state is copied too often, with more one group has no room. */
const ROUNDS_IN_PASS = 2;

// The function's locals: three integers, then vectors.
const AT = 0;
const END = 1;
/** Bytes into a table of what each round adds. */
const ROUND = 2;
const FIRST_VECTOR = 3;

/** One number for every candidate: `of` gives it for a group. */
interface Lanes {
  readonly of: (group: number) => Code;
  /** Whether it is the same for all of them, and so for both groups. */
  readonly fixed: boolean;
}

/**
 * A module for `run(at, end)`: SHA-256 (FIPS 180-4) of messages of two blocks that differ in numbers
 * `changing` and `changing + 1` of the first one only. Looks at the candidates from byte `at` to before byte
 * `end` of their table, and gives the byte of the first `AT_ONCE` among which one has the wanted start of its
 * digest, or -1. All that is the same for every candidate is computed once: the rounds before `changing`, and
 * most of what the schedule adds. The other rounds are a loop, so short that a processor keeps it decoded.
 */
export function sha256Code(changing: number): Uint8Array<ArrayBuffer> {
  const locals = new Locals();
  const before: Code[] = [];
  const inside: Code[] = [];
  const sums = scheduleOf(changing, locals, before, inside);

  const initial = numbersAt(LAYOUT.initial, STATE);
  const shared = locals.keepAll(initial, before);
  const fromRound = changing - (changing % ROUNDS_IN_PASS);
  for (const sum of sums.slice(0, fromRound)) before.push(round(shared, sum.of(0), locals));

  const states = GROUPS.map(() => locals.keepAll(shared.map(getLocal), inside));
  const ofFirstBlock = (at: number, group: number) => load(getLocal(ROUND), LAYOUT.sums + sumAt(at, group));
  inside.push(allRounds(states, { from: fromRound, step: LANES * GROUPS.length }, ofFirstBlock, locals));
  const middles = states.map((state) =>
    locals.keepAll(
      state.map((local, at) => add(getLocal(local), initial[at] ?? [])),
      inside,
    ),
  );
  const lates = middles.map((middle) => locals.keepAll(middle.map(getLocal), inside));
  const ofSecondBlock = (at: number) => loadSplat(LAYOUT.secondBlock + 4 * at, getLocal(ROUND));
  inside.push(allRounds(lates, { from: 0, step: 4 }, ofSecondBlock, locals));

  const hits = GROUPS.map((group) => {
    const digest = add(getLocal(lates[group]?.[0] ?? 0), getLocal(middles[group]?.[0] ?? 0));
    return equal(and(digest, loadSplat(LAYOUT.mask)), loadSplat(LAYOUT.wanted));
  });
  inside.push(
    when(anySet(...hits), returned(getLocal(AT))),
    setLocal(AT, addInt(getLocal(AT), int(4 * AT_ONCE))),
  );
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

/**
 * What each round of the first block adds to the state: the message schedule and the round's constant. Leaves
 * it in the table of sums as well, where the loop reads it.
 */
function scheduleOf(changing: number, locals: Locals, before: Code[], inside: Code[]): Lanes[] {
  const words: Lanes[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const terms = round < BLOCK ? messageTerms(round, changing) : expandedTerms(round, words);
    const same = terms.filter(({ fixed }) => fixed).map(({ of }) => of(0));
    const varying = terms.filter(({ fixed }) => !fixed);
    // What is the same is summed up once; only what varies is added for every few candidates.
    const sum = same.length > 0 ? [locals.keep(add(...same), before)] : [];
    const fixed = varying.length === 0;
    const codes = GROUPS.map((group) =>
      fixed ? sum.flat() : locals.keep(add(...varying.map(({ of }) => of(group)), ...sum), inside),
    );
    words.push({ of: (group) => codes[group] ?? [], fixed });
  }
  return words.map(({ of, fixed }, round) => {
    const sumOf = (group: number) => add(of(group), loadSplat(LAYOUT.constants + 4 * round));
    for (const group of GROUPS) {
      (fixed ? before : inside).push(store(LAYOUT.sums + sumAt(round, group), sumOf(group)));
    }
    return { of: sumOf, fixed };
  });
}

function messageTerms(round: number, changing: number): Lanes[] {
  const message: Lanes = { of: () => loadSplat(LAYOUT.message + 4 * round), fixed: true };
  if (round < changing || round > changing + 1) return [message];
  const table = LAYOUT.candidates + (round - changing) * CANDIDATE_TABLE;
  return [message, { of: (group) => load(getLocal(AT), table + LANES * group), fixed: false }];
}

function expandedTerms(round: number, words: readonly Lanes[]): Lanes[] {
  const back = (by: number): Lanes => words[round - by] ?? { of: () => [], fixed: true };
  const [late, early] = [back(2), back(15)];
  return [
    { ...late, of: (group) => smallSigma(late.of(group), 17, 19, 10) },
    back(7),
    { ...early, of: (group) => smallSigma(early.of(group), 7, 18, 3) },
    back(16),
  ];
}

/** All rounds behind `from` on the groups' states, with what each adds at `step` bytes from the one before. */
function allRounds(
  states: readonly (readonly number[])[],
  { from, step }: { readonly from: number; readonly step: number },
  sumOf: (at: number, group: number) => Code,
  locals: Locals,
): Code {
  // The groups take turns after each round: a compiler that keeps the order of the code has both in sight.
  const pass = Array.from({ length: ROUNDS_IN_PASS }, (_, at) =>
    states.flatMap((state, group) => round(state, sumOf(at, group), locals)),
  );
  const next = setLocal(ROUND, addInt(getLocal(ROUND), int(ROUNDS_IN_PASS * step)));
  return [
    ...setLocal(ROUND, int(from * step)),
    ...repeated([...pass.flat(), ...next], isLess(getLocal(ROUND), int(ROUNDS * step))),
  ];
}

/** One round over the state in eight locals, a to h. */
function round(state: readonly number[], sum: Code, locals: Locals): Code {
  const [a = [], b = [], c = [], d = [], e = [], f = [], g = [], h = []] = state.map(getLocal);
  const choice = xor(and(xor(f, g), e), g);
  const majority = xor(and(xor(a, b), xor(b, c)), b);
  const code: Code[] = [];
  const one = locals.keep(add(h, sum, choice, bigSigma(e, 6, 11, 25)), code);
  const other = locals.keep(add(majority, bigSigma(a, 2, 13, 22)), code);
  const next = [add(one, other), a, b, c, add(d, one), e, f, g];
  // From the last to the first: each takes the value that the one before it still has.
  for (const at of [7, 6, 5, 4, 3, 2, 1, 0]) code.push(setLocal(state[at] ?? 0, next[at] ?? []));
  return code.flat();
}

/** Pairs first: so the fewest steps wait for each other. */
function bigSigma(value: Code, ...turns: readonly [number, number, number]): Code {
  const [one, other, last] = turns.map((by) => turned(value, by));
  return xor(xor(...(one ?? [])), xor(xor(...(other ?? [])), xor(...(last ?? []))));
}

function smallSigma(value: Code, one: number, other: number, shift: number): Code {
  return xor(...turned(value, one), ...turned(value, other), shiftRight(value, shift));
}

/** The two parts of the value rotated to the right, for which vectors have no instruction. */
function turned(value: Code, by: number): Code[] {
  return [shiftRight(value, by), shiftLeft(value, 32 - by)];
}

function sumAt(round: number, group: number): number {
  return (round * GROUPS.length + group) * LANES;
}

function numbersAt(offset: number, count: number): Code[] {
  return Array.from({ length: count }, (_, at) => loadSplat(offset + 4 * at));
}
