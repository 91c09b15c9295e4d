/** A time of FORMATS as people read it: date and minute, UTC, the same on every machine. */
export function Time({ at }: { readonly at: string }) {
  return <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>;
}
