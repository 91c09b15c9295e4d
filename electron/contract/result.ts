import type { Failure } from "./errors";

/** The answer of everything that can fail: a value, or a failure with a stable code. Never an exception. */
export type Result<T, F extends { code: string } = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: F };

/** A successful answer. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A refused or failed answer. */
export function fail<F extends { code: string }>(error: F): { readonly ok: false; readonly error: F } {
  return { ok: false, error };
}

/** Marks what the type system has proven impossible. Throws: reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
