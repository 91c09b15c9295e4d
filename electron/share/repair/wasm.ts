/**
 * As much of a WebAssembly assembler as the search needs (WebAssembly Core Specification 2.0, §5): one
 * function over an imported memory. Each piece of code is its bytes; what an instruction takes stands before
 * it.
 */
export type Code = readonly number[];

const I32 = 0x7f;
const V128 = 0x7b;
const FUNCTION = 0x60;
const SIMD_PREFIX = 0xfd;
const NO_RESULT = 0x40;

/** The numbers of vector instructions, all on four 32-bit lanes (§5.4.8). */
const simd = {
  load: 0x00,
  loadSplat: 0x09,
  store: 0x0b,
  and: 0x4e,
  or: 0x50,
  xor: 0x51,
  anyTrue: 0x53,
  equal: 0x37,
  shiftLeft: 0xab,
  shiftRight: 0xad,
  add: 0xae,
} as const;

/** The value of a local. */
export const getLocal = (local: number): Code => [0x20, ...unsigned(local)];
/** Puts a value into a local. */
export const setLocal = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** A constant of 32 bits. */
export const int = (value: number): Code => [0x41, ...signed(value)];
/** The sum of two integers. */
export const addInt = (one: Code, other: Code): Code => [...one, ...other, 0x6a];
/** 1 where the first integer is less than the other, both without sign, else 0. */
export const isLess = (one: Code, other: Code): Code => [...one, ...other, 0x49];
/** Ends the function with this value. */
export const returned = (value: Code): Code => [...value, 0x0f];
/** Runs `then` where the condition is not 0. */
export const when = (condition: Code, then: Code): Code => [...condition, 0x04, NO_RESULT, ...then, 0x0b];

/** Runs `body`, and again for as long as `condition` holds after it. */
export const repeated = (body: Code, condition: Code): Code => [
  0x03,
  NO_RESULT,
  ...body,
  ...condition,
  0x0d,
  0,
  0x0b,
];

/** The four lanes that lie at `offset` bytes behind `address`. */
export const load = (address: Code, offset: number): Code => vector(simd.load, address, aligned(4, offset));
/** One 32-bit number of the memory, `offset` bytes behind `address`, in all four lanes. */
export const loadSplat = (offset: number, address: Code = int(0)): Code =>
  vector(simd.loadSplat, address, aligned(2, offset));
/** Puts four lanes at `offset` bytes behind the memory's start. */
export const store = (offset: number, value: Code): Code =>
  vector(simd.store, [...int(0), ...value], aligned(4, offset));
/** Bitwise. */
export const and = (one: Code, other: Code): Code => vector(simd.and, [...one, ...other]);
/** Bitwise, of any number of values. */
export const xor = (...all: readonly Code[]): Code => joined(simd.xor, all);
/** The sum of any number of values, each lane modulo 2³². */
export const add = (...all: readonly Code[]): Code => joined(simd.add, all);
/** Each lane by this many bits. */
export const shiftLeft = (value: Code, by: number): Code => vector(simd.shiftLeft, [...value, ...int(by)]);
/** Each lane by this many bits, filled up with zeros. */
export const shiftRight = (value: Code, by: number): Code => vector(simd.shiftRight, [...value, ...int(by)]);
/** All bits of a lane where it is the same in both, else none. */
export const equal = (one: Code, other: Code): Code => vector(simd.equal, [...one, ...other]);
/** 1 where any bit of any lane of any of these is set, else 0. */
export const anySet = (...all: readonly Code[]): Code => vector(simd.anyTrue, joined(simd.or, all));

/**
 * A module whose one function, exported as `run`, takes two integers (locals 0 and 1) and gives one; one more
 * integer and `vectors` locals of four lanes follow. It imports its memory of one page as `host.memory`.
 */
export function moduleOf(body: Code, vectors: number): Uint8Array<ArrayBuffer> {
  const code = [2, 1, I32, ...unsigned(vectors), V128, ...body, 0x0b];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [FUNCTION, 2, I32, I32, 1, I32]),
    ...section(2, [...name("host"), ...name("memory"), 0x02, 0x00, 1]),
    ...section(3, [0]),
    ...section(7, [...name("run"), 0x00, 0]),
    ...section(10, sized(code)),
  ]);
}

/** A section (§5.5) of exactly one member. */
function section(id: number, member: Code): Code {
  return [id, ...sized([1, ...member])];
}

function name(text: string): Code {
  return sized([...new TextEncoder().encode(text)]);
}

function sized(code: Code): Code {
  return [...unsigned(code.length), ...code];
}

function vector(instruction: number, operands: Code, immediates: Code = []): Code {
  return [...operands, SIMD_PREFIX, ...unsigned(instruction), ...immediates];
}

/** From the left: each value is joined to what stands there as soon as it is made. */
function joined(instruction: number, [first = [], ...more]: readonly Code[]): Code {
  const code = [...first];
  const join = vector(instruction, []);
  for (const value of more) code.push(...value, ...join);
  return code;
}

function aligned(log2: number, offset: number): Code {
  return [log2, ...unsigned(offset)];
}

/** LEB128 (§5.2.2). */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
