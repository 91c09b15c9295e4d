import type { LostMember } from "../../electron/contract/damaged-facts";

const says: Readonly<Record<LostMember, string>> = {
  ceremonies: "The list of earlier ceremonies: the clean keystore begins a new one.",
  retiredShareSets:
    "The retired share sets: their sheets will be called foreign, and which of them were destroyed is no longer noted.",
  createdAt: "When the vault was made: the clean keystore says today.",
};

/** What the damaged file held and a clean generation cannot keep. Nothing where everything stands. */
export function Lost({ members }: { readonly members: readonly LostMember[] }) {
  if (members.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="lost-title">
      <h2 id="lost-title">What cannot be kept of the damaged file</h2>
      <ul>
        {members.map((member) => (
          <li key={member}>{says[member]}</li>
        ))}
      </ul>
    </section>
  );
}
