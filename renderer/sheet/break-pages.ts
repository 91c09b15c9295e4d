import { type Block, divide } from "./divide";
import { longestThatFits } from "./longest-that-fits";

/**
 * Makes of one page, on which every block stands, as many as they take, and numbers them. Chromium has no page numbers
 * of its own for print, and repeats nothing but a table's head; so pages are made before it prints. React drew the page
 * and never draws it again, as with names that are fitted. A text that takes more than a quarter of a page goes on over its
 * end; anything else moves to the next page whole.
 */
export function breakPages(root: ParentNode): void {
  const page = root.querySelector<HTMLElement>("[data-breaks]");
  if (page === null) return;
  const flow = flowOf(page);
  // Not `clientHeight`, which rounds up as well.
  const room = Math.floor(flow.getBoundingClientRect().height);
  const tall = room / 4;
  for (const block of [...flow.children]) {
    const { height } = block.getBoundingClientRect();
    if (height > tall) divideText(block, roomFor(block, tall, room), room);
  }
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

function measured(block: Element): Block {
  const { top, bottom } = block.getBoundingClientRect();
  return { top, bottom, keeps: block.matches("[data-keeps]") };
}

/** What is left for a block on the page that at least its first `least` come to stand on. */
function roomFor(block: Element, least: number, room: number): number {
  const all = [...(block.parentElement?.children ?? [])];
  const blocks = all.slice(0, all.indexOf(block)).map(measured);
  const { top } = block.getBoundingClientRect();
  blocks.push({ top, bottom: top + least, keeps: false });
  const first = divide(blocks, room).at(-1) ?? 0;
  return room - (top - (blocks[first]?.top ?? top));
}

/** Of a block that is taller than its room, leaves as much text as fits, and puts the rest on pages behind it. */
function divideText(block: Element, left: number, room: number): void {
  const fits = () => block.getBoundingClientRect().height <= left;
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
    throw new Error("A block is taller than its room without its text");
  write(rest, "[data-text]", whole.slice(length));
  block.after(rest);
  divideText(rest, room, room);
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
