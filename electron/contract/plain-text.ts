/** What nobody can see in a text: zero width spaces and joiners, soft hyphens, direction marks, control characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu;

/**
 * A text that was typed or pasted, as a person sees it: without what cannot be seen, and with one form for letters that
 * look the same (NFKC: full-width letters, ligatures, spaces that do not break). White space, case and accents stay.
 */
export function plainText(text: string): string {
  return withoutUnseen(text.normalize("NFKC"));
}

/** The text without what nobody can see in it. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}
