/** A tick, drawn. What it means stands beside it in words. */
export function Tick() {
  return (
    <svg className="tick" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 8.5 6.5 12.5 13.5 4" />
    </svg>
  );
}
