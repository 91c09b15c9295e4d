/** One change to a document: where, and what the document is then. */
export interface Alteration {
  /** Such as "shareSet.shares[1].custodian: another". */
  readonly what: string;
  /** Such as ["shareSet", "shares", 1, "custodian"]. */
  readonly path: readonly (string | number)[];
  readonly document: unknown;
}

/** What an attacker writes in place of a member: of the same form, of another form, and nothing. */
export const MARK = "0badc0de";

/**
 * Every change of one member of a JSON document, found from the document itself: each leaf replaced by a value of its own form
 * that a careful reader would take, each leaf and branch taken out or replaced by one of another form, and each list emptied,
 * turned around and given a second last element.
 */
export function alterationsOf(document: unknown): readonly Alteration[] {
  return pathsIn(document).flatMap((path) => {
    const value = at(document, path);
    const changes: readonly (readonly [string, unknown])[] = [
      ...plausible(path, value).map((other, nth) => [`another (${nth + 1})`, other] as const),
      ["of another form", Array.isArray(value) ? {} : [MARK]],
      ["null", null],
      ...(Array.isArray(value) && value.length > 0
        ? ([
            ["emptied", []],
            ["turned around", [...value].reverse()],
            ["with its last twice", [...value, structuredClone(value.at(-1))]],
          ] as const)
        : []),
    ];
    return [
      ...changes
        .filter(([, other]) => JSON.stringify(other) !== JSON.stringify(value))
        .map(([how, other]) => ({
          what: `${named(path)}: ${how}`,
          path,
          document: changed(document, path, other),
        })),
      ...(path.length === 0
        ? []
        : [{ what: `${named(path)}: taken out`, path, document: without(document, path) }]),
    ];
  });
}

/** Every place in a document, from its members down to its leaves. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Array.isArray(value)
    ? value.flatMap((element, index) => pathsIn(element, [...path, index]))
    : Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]));
  return path.length === 0 ? below : [path, ...below];
}

/** Other values of the same form: what a reader that looks at one member alone would take. */
function plausible(path: readonly (string | number)[], value: unknown): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") {
    return [value + 1, value - 1, 1, 2 ** 53 - 1, 2 ** 53, 1.5, -1, String(value)];
  }
  if (typeof value !== "string") return [];
  if (/^\d{4}-/.test(value)) return ["2031-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"];
  if (/^[0-9a-f]{8}-/.test(value)) return ["0badc0de-1205-4807-b070-bfefa725dc90"];
  if (/^[0-9a-f]+$/.test(value)) return [MARK.repeat(8).slice(0, value.length)];
  if (path.at(-1) === "kind")
    return ["generate", "reshare", "rotate", "recover"].filter((kind) => kind !== value);
  const bytes = Buffer.from(value, "base64url");
  if (bytes.length > 11 && bytes.toString("base64url") === value) {
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
    return [bytes.toString("base64url")];
  }
  return [`${MARK} ${value}`];
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (found as Record<string | number, unknown>)[key], value);
}

function changed(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(document);
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1) ?? ""] = value;
  return copy;
}

function without(document: unknown, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(document);
  const parent = at(copy, path.slice(0, -1));
  const last = path.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string | number, unknown>)[last];
  return copy;
}

function named(path: readonly (string | number)[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
    .join("")
    .slice(1);
}
