/**
 * Control characters, lone surrogates, line and paragraph separators, and invisible formatting such as the
 * bidirectional overrides. The two joiners stay: emoji and several scripts are written with them.
 */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Text from outside, made safe for a terminal or a sentence: what is invisible shows as `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** JSON text that means the same, with nothing invisible in it: JSON's own `\u202e` escapes, RFC 8259 §7. */
export function visibleJson(json: string): string {
  return json.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, at) => {
      return `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }).join(""),
  );
}
