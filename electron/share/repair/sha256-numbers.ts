/** The numbers of SHA-256 as FIPS 180-4 makes them: the first 32 bits behind the point of roots of primes. */
const PRIMES = firstPrimes(64);

/** The state before the first block (§5.3.3). */
export const INITIAL_STATE: readonly number[] = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** One for each round (§4.2.2). */
export const ROUND_CONSTANTS: readonly number[] = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

/** The message schedule (§6.2.2) of one block of 16 numbers: 64 numbers. */
export function scheduleOfBlock(block: readonly number[]): number[] {
  const schedule = [...block];
  for (let at = block.length; at < 64; at++) {
    const back = (by: number) => schedule[at - by] ?? 0;
    const [early, late] = [back(15), back(2)];
    const one = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const other = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    schedule.push((other + back(7) + one + back(16)) >>> 0);
  }
  return schedule;
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
