import type { Verdict } from "../../electron/contract/preflight";

/** Each verdict in a shape of its own, so that nobody needs to tell colours apart. */
const shapes: Readonly<Record<Verdict, string>> = {
  red: "M7.5 2h9L22 7.5v9L16.5 22h-9L2 16.5v-9ZM8 8l8 8M16 8l-8 8",
  "not-known": "M12 1.5 22.5 12 12 22.5 1.5 12ZM9.5 9.5q0-2.5 2.5-2.5t2.5 2.3q0 1.7-2.5 2.7v1.5M12 16.5v.1",
  good: "M12 2a10 10 0 1 0 .1 0ZM7.5 12.5l3 3 6-7",
};

/** A verdict, drawn. What it means stands beside it in words. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className="verdict-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[verdict]} />
    </svg>
  );
}
