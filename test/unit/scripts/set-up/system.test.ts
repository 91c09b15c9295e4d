import { describe, expect, it } from "vitest";
import { missingLibraries } from "../../../../scripts/set-up/system.mjs";

describe("missingLibraries", () => {
  it("names what ldd did not find, and nothing else", () => {
    const output =
      "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibffmpeg.so => /opt/dist/libffmpeg.so (0x00007f1)\n" +
      "\tlibgtk-3.so.0 => not found\n\tlibasound.so.2 => not found\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f2)\n";
    expect(missingLibraries(output)).toEqual(["libgtk-3.so.0", "libasound.so.2"]);
  });

  it("names nothing for a program that is linked in one piece", () => {
    expect(missingLibraries("\tnot a dynamic executable\n")).toEqual([]);
  });
});
