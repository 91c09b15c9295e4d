import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTyped, meantPath, readTypedPath } from "../../../electron/contract/typed-path";

/** Any path from the root that a file can have: no control characters, no line breaks, no half characters. */
const wholePath = fc
  .string({ unit: "binary", minLength: 1, maxLength: 40 })
  .map((text) => `/${text}`)
  .filter((path) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(path));

const quotes = ['""', "''", "“”", "„“", "‘’", "«»", "<>", "``"].map((pair) => [...pair] as [string, string]);
const around = fc.stringMatching(/^[ \t\r\n\u00a0\u200e\u202a\u202c\ufeff]{0,4}$/u);

describe("a path as a person types or pastes it", () => {
  it.each([
    ["as it is", "/media/a/keystore.json"],
    ["with a space behind it", "/media/a/keystore.json "],
    ["with white space around it", "\t /media/a/keystore.json \r\n"],
    ["with a no-break space", "\u00a0/media/a/keystore.json\u00a0"],
    ["with the marks of direction that a dialog adds", "\u202a/media/a/keystore.json\u202c"],
    ["in double quotes", '"/media/a/keystore.json"'],
    ["in single quotes, as a terminal drops it", "'/media/a/keystore.json' "],
    ["in the quotes of a word processor", "“/media/a/keystore.json”"],
    ["with white space inside the quotes' beginning", '" /media/a/keystore.json"'],
    ["as a file's address", "file:///media/a/keystore.json"],
    ["as a file's address of this machine", "FILE://localhost/media/a/keystore.json"],
    ["as a short file's address", "file:/media/a/keystore.json"],
    ["as a line of a list of addresses", "file:///media/a/keystore.json\r\n"],
    ["as a quoted address", '"file:///media/a/keystore.json "'],
    ["as an address in angle brackets", "<file:///media/a/keystore.json>"],
  ])("is understood %s", (_, typed) => {
    expect(readTypedPath(typed)).toEqual({ ok: true, value: "/media/a/keystore.json" });
  });

  it("is decoded where it is an address, and only there", () => {
    const meant = (typed: string) => readTypedPath(typed);
    expect(meant("file:///media/My%20Stick/k%C3%A4.json")).toEqual({
      ok: true,
      value: "/media/My Stick/kä.json",
    });
    expect(meant("file:///media/My Stick/k#1.json")).toEqual({ ok: true, value: "/media/My Stick/k#1.json" });
    expect(meant("/media/100%20.json")).toEqual({ ok: true, value: "/media/100%20.json" });
    expect(meant("file:///C:/keys/k.json")).toEqual({ ok: true, value: "C:/keys/k.json" });
  });

  it.each([
    "http://a/b",
    "smb://office/b",
    "file://office/b",
    "file:///a%2Fb",
    "file:///a%ZZ",
    "file:///%ff",
  ])("is refused as an address that leads nowhere here: %s", (path) => {
    expect(readTypedPath(path)).toEqual({ ok: false, error: { code: "file.address", path } });
  });

  it.each(["/a\n/b", "/a\u0000b", "/a\u2028b", "/a\ud800b", "file:///a%0Ab", "file:///a%00"])(
    "is refused where it holds what no name holds: %j",
    (path) => {
      expect(readTypedPath(path)).toEqual({ ok: false, error: { code: "file.path-characters", path } });
    },
  );

  it.each([
    "",
    "  ",
    '""',
    "keystore.json",
    "./keystore.json",
    "~/keystore.json",
    "file:keystore.json",
    "\"/a'",
  ])("is refused where it does not say where it begins: %j", (path) => {
    expect(readTypedPath(path)).toEqual({ ok: false, error: { code: "file.not-absolute", path } });
  });

  it("says a name that ends in a space between quotation marks", () => {
    expect(readTypedPath('"/media/a/name "')).toEqual({ ok: true, value: "/media/a/name " });
  });

  it("is the path that was picked, whatever that is", () => {
    fc.assert(
      fc.property(wholePath, (path) => {
        expect(readTypedPath(asTyped(path))).toEqual({ ok: true, value: path });
      }),
    );
  });

  it("is the same between quotation marks and white space of any kind", () => {
    fc.assert(
      fc.property(
        wholePath,
        fc.constantFrom(...quotes),
        around,
        around,
        (path, [open, close], before, behind) => {
          const typed = `${before}${open}${path}${close}${behind}`;
          expect(readTypedPath(typed)).toEqual({ ok: true, value: path });
        },
      ),
    );
  });

  it("is the same as an address", () => {
    fc.assert(
      fc.property(wholePath, (path) => {
        const encoded = path.split("/").map(encodeURIComponent).join("/");
        expect(readTypedPath(`file://${encoded}`)).toEqual({ ok: true, value: path });
      }),
    );
  });

  it("never ends in an exception, and never holds a line break", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const meant = meantPath(text);
        if (meant.ok) expect(meant.value).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
