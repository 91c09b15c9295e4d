export interface NumberedWord {
  readonly number: number;
  readonly word: string;
}

/** Words in a column of the sheet; 31 words make four columns, read downwards. */
export const COLUMN_LENGTH = 8;

/** The words as the sheet has them: numbered from 1, in columns of eight. */
export function wordColumns(words: readonly string[]): readonly (readonly NumberedWord[])[] {
  const columns: NumberedWord[][] = [];
  for (const [at, word] of words.entries()) {
    if (at % COLUMN_LENGTH === 0) columns.push([]);
    columns.at(-1)?.push({ number: at + 1, word });
  }
  return columns;
}
