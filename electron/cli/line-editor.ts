/** What a key asks for, beside the letters of the line. */
export type Pressed =
  | { readonly kind: "line"; readonly text: string }
  /** Ctrl+C, or Ctrl+\, whose core dump would hold what was entered. */
  | { readonly kind: "interrupt" }
  /** Ctrl+D on an empty line. */
  | { readonly kind: "end" };

/** Far more than a share takes, in bytes; what goes beyond is dropped. */
const LIMIT = 4096;

/** Milliseconds behind ESC after which a letter was typed by itself: a key that sends both sends them at once. */
const ONE_KEY = 100;

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const BELL = 0x07;
const BACKSPACES = [0x08, 0x7f];
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const CTRL_U = 0x15;
const CTRL_W = 0x17;
const ESC = 0x1b;
const CTRL_BACKSLASH = 0x1c;
const SPACE = 0x20;

/** What stands for bytes that are no character. */
const UNREADABLE = new TextEncoder().encode("\ufffd");

/**
 * Where the bytes are: in the line; behind ESC; in a sequence of a key (`control`), at its very first byte, in the one
 * character behind `ESC O` and the like; in a string that a terminal sends; or behind ESC in it.
 */
type Place =
  | "line"
  | "escape"
  | "intermediate"
  | "control-first"
  | "control"
  | "shift"
  | "string"
  | "string-escape";

/**
 * The line of a hidden question, from the bytes of a terminal's keys: what is not seen while it is typed is not in it.
 * Whatever moves a cursor or sends a sequence leaves nothing behind, however the bytes arrive in pieces; a character is
 * taken and erased whole. The line is held in bytes that are wiped; given, it becomes a string.
 */
export class LineEditor {
  readonly #line = new Uint8Array(LIMIT);
  #length = 0;
  #place: Place = "line";
  #afterReturn = false;
  /** A character of several bytes, as far as it is there, and how many it still lacks. */
  readonly #character: number[] = [];
  #lacking = 0;
  /** Whether that character is part of a key such as Alt+ä, and not of the line. */
  #dropped = false;
  #escapedAt = 0;

  /** Whether nothing is typed yet. */
  get isEmpty(): boolean {
    return this.#length === 0 && this.#lacking === 0;
  }

  /** Takes bytes that arrived `at` a time in milliseconds, and gives what they ask for, in their order. */
  take(bytes: Uint8Array, at: number): readonly Pressed[] {
    return [...bytes].flatMap((byte) => this.#press(byte, at) ?? []);
  }

  /** Forgets the line. */
  wipe(): void {
    this.#line.fill(0);
    this.#length = 0;
    this.#character.fill(0);
    this.#character.length = 0;
    this.#lacking = 0;
  }

  #press(byte: number, at: number): Pressed | null {
    // CR LF is one end of a line.
    const isRestOfEnd = byte === LF && this.#afterReturn;
    this.#afterReturn = false;
    if (isRestOfEnd) return null;
    if (this.#place === "string" || this.#place === "string-escape") {
      // A string of the terminal's ends with BEL or ESC \, and never holds a person's Enter or Ctrl+C.
      const isEnd = byte === BELL || (this.#place === "string-escape" && byte === 0x5c);
      if (isEnd) return this.#in("line");
      if (byte === ESC) {
        this.#escapedAt = at;
        return this.#in("string-escape");
      }
      if (this.#place === "string-escape") this.#place = "escape";
      else if (!isKey(byte)) return null;
    }
    if (byte === ESC) {
      this.#endCharacter();
      this.#escapedAt = at;
      return this.#in("escape");
    }
    if (byte < SPACE || byte === 0x7f) return this.#control(byte, at);
    switch (this.#place) {
      case "escape":
        return this.#escaped(byte, at);
      case "intermediate":
        return byte < 0x30 ? null : this.#in("line");
      case "control-first":
        // The Linux console sends ESC [ [ A for F1.
        return this.#in(byte === 0x5b ? "shift" : isFinal(byte) ? "line" : "control");
      case "control":
        return isFinal(byte) ? this.#in("line") : null;
      case "shift":
        return byte >= 0x30 && byte <= 0x3f ? null : this.#in("line");
      default:
        return this.#letter(byte);
    }
  }

  #in(place: Place): null {
    this.#place = place;
    return null;
  }

  /** The byte behind ESC tells what follows. */
  #escaped(byte: number, at: number): Pressed | null {
    this.#place = "line";
    if (byte === 0x5b) return this.#in("control-first");
    if (byte === 0x4f || byte === 0x4e) return this.#in("shift");
    // ESC was a key of its own, and this is the next one.
    if (!this.#isOneKey(at)) return this.#letter(byte);
    if ([0x50, 0x58, 0x5d, 0x5e, 0x5f].includes(byte)) return this.#in("string");
    if (byte < 0x30) return this.#in("intermediate");
    if (byte < 0x80) return null;
    // Alt and a letter of several bytes.
    this.#letter(byte);
    this.#dropped = true;
    return null;
  }

  #isOneKey(at: number): boolean {
    return at - this.#escapedAt <= ONE_KEY;
  }

  #control(byte: number, at: number): Pressed | null {
    const isWithAlt = this.#place === "escape" && this.#isOneKey(at);
    this.#place = "line";
    if (byte === CTRL_C || byte === CTRL_BACKSLASH) return { kind: "interrupt" };
    if (BACKSPACES.includes(byte)) {
      // Of a character that is half there nothing is left.
      if (this.#lacking > 0) this.#forgetCharacter();
      else if (isWithAlt) this.#eraseWord();
      else this.#eraseCharacter();
      return null;
    }
    this.#endCharacter();
    if (byte === CR || byte === LF) {
      this.#afterReturn = byte === CR;
      return this.#finish();
    }
    if (byte === CTRL_D) return this.isEmpty ? { kind: "end" } : this.#finish();
    if (byte === CTRL_U) this.#cut(0);
    if (byte === CTRL_W) this.#eraseWord();
    if (byte === TAB) this.#add([SPACE]);
    return null;
  }

  #letter(byte: number): null {
    if (isContinuation(byte) && this.#lacking > 0) {
      this.#character.push(byte);
      this.#lacking -= 1;
      if (this.#lacking === 0) this.#endCharacter();
      return null;
    }
    this.#endCharacter();
    this.#lacking = lengthOf(byte) - 1;
    this.#character.push(byte);
    if (this.#lacking === 0) this.#endCharacter();
    return null;
  }

  /** Puts the character that is under way into the line, where it is one that a terminal shows. */
  #endCharacter(): void {
    if (this.#character.length > 0 && !this.#dropped) {
      const [first = 0] = this.#character;
      if (this.#lacking > 0 || isContinuation(first) || first >= 0xf8) this.#add(UNREADABLE);
      else if (!isHiddenControl(this.#character)) this.#add(this.#character);
    }
    this.#forgetCharacter();
  }

  #forgetCharacter(): void {
    this.#character.fill(0);
    this.#character.length = 0;
    this.#lacking = 0;
    this.#dropped = false;
  }

  /** Adds a character whole, or not at all. */
  #add(bytes: ArrayLike<number>): void {
    if (this.#length + bytes.length > LIMIT) return;
    this.#line.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #finish(): Pressed {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#line.subarray(0, this.#length));
    this.#cut(0);
    return { kind: "line", text };
  }

  /** Erases what is seen as one character: with its marks, and with what has no width. */
  #eraseCharacter(): void {
    while (this.#length > 0) {
      const start = this.#lastStart();
      const character = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        this.#line.subarray(start, this.#length),
      );
      this.#cut(start);
      if (!/^[\p{M}\p{Cf}]$/u.test(character)) return;
    }
  }

  #eraseWord(): void {
    while (this.#length > 0 && this.#line[this.#length - 1] === SPACE) this.#cut(this.#length - 1);
    while (this.#length > 0 && this.#line[this.#length - 1] !== SPACE) this.#cut(this.#length - 1);
  }

  #lastStart(): number {
    let start = this.#length - 1;
    while (start > 0 && isContinuation(this.#line[start] ?? 0)) start -= 1;
    return start;
  }

  #cut(length: number): void {
    this.#line.fill(0, length, this.#length);
    this.#length = length;
  }
}

function isFinal(byte: number): boolean {
  return byte >= 0x40 && byte <= 0x7e;
}

/** Of the control characters those with which a person ends or stops an entry. */
function isKey(byte: number): boolean {
  return [CTRL_C, CTRL_D, LF, CR, CTRL_BACKSLASH].includes(byte);
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** How many bytes a UTF-8 character has that begins with this one. */
function lengthOf(first: number): number {
  if (first < 0xc0 || first >= 0xf8) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The control characters of Latin-1, which UTF-8 writes in two bytes. */
function isHiddenControl([first, second = 0]: readonly number[]): boolean {
  return first === 0xc2 && second < 0xa0;
}
