import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listAppFiles } from "../../../electron/shell/app-files";

describe("listAppFiles", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "app-files-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "");
    writeFileSync(join(folder, "assets", "main.js"), "");
    writeFileSync(join(folder, "assets", "main.css"), "");
    writeFileSync(join(folder, "assets", "text.woff2"), "");
    writeFileSync(join(folder, "assets", "reader.wasm"), "");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("gives every file one address and a type", () => {
    expect(Object.fromEntries(listAppFiles(folder))).toEqual({
      "app://ceremony/index.html": { path: join(folder, "index.html"), type: "text/html; charset=utf-8" },
      "app://ceremony/assets/main.js": {
        path: join(folder, "assets", "main.js"),
        type: "text/javascript; charset=utf-8",
      },
      "app://ceremony/assets/main.css": {
        path: join(folder, "assets", "main.css"),
        type: "text/css; charset=utf-8",
      },
      "app://ceremony/assets/text.woff2": { path: join(folder, "assets", "text.woff2"), type: "font/woff2" },
      "app://ceremony/assets/reader.wasm": {
        path: join(folder, "assets", "reader.wasm"),
        type: "application/wasm",
      },
    });
  });

  it("does not serve what was not there when it looked", () => {
    const files = listAppFiles(folder);
    writeFileSync(join(folder, "later.html"), "");
    expect(files.has("app://ceremony/later.html")).toBe(false);
  });

  it.each(["main.js.map", "notes.txt", "wasm"])("refuses a build that holds %s", (name) => {
    writeFileSync(join(folder, "assets", name), "");
    expect(() => listAppFiles(folder)).toThrow(`app://ceremony/assets/${name}`);
  });

  it("follows no link out of the folder", () => {
    symlinkSync("/etc/hostname", join(folder, "hostname.html"));
    expect(() => listAppFiles(folder)).toThrow("app://ceremony/hostname.html");
  });

  it("throws where the renderer was not built", () => {
    expect(() => listAppFiles(join(folder, "missing"))).toThrow("ENOENT");
  });
});
