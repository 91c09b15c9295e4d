import { divide } from "./divide";
import { longestThatFits } from "./longest-that-fits";

/**
 * Makes of one page, on which every block stands, as many as they take, and numbers them. Chromium has no page numbers
 * of its own for print, and repeats nothing but a table's head; so pages are made before it prints. React drew the page
 * and never draws it again, as with names that are fitted.
 */
export function breakPages(root: ParentNode): void {
  const page = root.querySelector<HTMLElement>("[data-breaks]");
  if (page === null) return;
  const flow = flowOf(page);
  const room = flow.clientHeight;
  for (const block of [...flow.children]) divideText(block, room);
  const blocks = [...flow.children];
  const starts = divide(blocks.map(measured), room);
  flow.replaceChildren();
  const pages = starts.map(() => page.cloneNode(true));
  for (const [at, copy] of pages.entries()) {
    if (!(copy instanceof Element)) throw new Error("A page is no element");
    flowOf(copy).replaceChildren(...blocks.slice(starts[at], starts[at + 1]));
    write(copy, "[data-page]", at + 1);
    write(copy, "[data-pages]", pages.length);
  }
  page.replaceWith(...pages);
}

function measured(block: Element) {
  const { top, bottom } = block.getBoundingClientRect();
  return { top, bottom, keeps: block.matches("[data-keeps]") };
}

/** Of a block that is taller than a page, leaves as much text as fits, and puts the rest into copies behind it. */
function divideText(block: Element, room: number): void {
  const fits = () => block.getBoundingClientRect().height <= room;
  const text = block.querySelector("[data-text]");
  if (fits() || text === null) return;
  const whole = text.textContent ?? "";
  const length = longestThatFits(whole, (part) => {
    text.textContent = part;
    return fits();
  });
  text.textContent = whole.slice(0, length);
  const rest = block.cloneNode(true);
  if (length === 0 || !(rest instanceof Element))
    throw new Error("A block is taller than a page without its text");
  write(rest, "[data-text]", whole.slice(length));
  block.after(rest);
  divideText(rest, room);
}

function flowOf(page: Element): Element {
  const flow = page.querySelector("[data-flow]");
  if (flow === null) throw new Error("A page that breaks has no flow");
  return flow;
}

function write(within: Element, place: string, text: string | number): void {
  const element = within.querySelector(place);
  if (element !== null) element.textContent = String(text);
}
