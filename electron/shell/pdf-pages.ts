/**
 * Counts the pages of a PDF that Chromium made: its page objects stand in the file uncompressed, each as
 * `/Type /Page`, and everything drawn is compressed. No reader for PDFs of other makers.
 */
export function countPages(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let pages = 0;
  for (let at = bytes.indexOf(PAGE); at !== -1; at = bytes.indexOf(PAGE, at + PAGE.length)) {
    if (bytes[at + PAGE.length] !== PLURAL) pages += 1;
  }
  return pages;
}

const PAGE = "/Type /Page";
const PLURAL = "s".charCodeAt(0);
