import type { Paper } from "../contract/sheets";

/** Where printers hold US Letter, as the Unicode CLDR lists them (supplemental data, paperSize). */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

/** The paper that is usual in a country (ISO 3166: two letters, any case). A4 where it is not known. */
export function usualPaper(country: string): Paper {
  return LETTER_COUNTRIES.has(country.toUpperCase()) ? "letter" : "a4";
}
