import { describe, expect, it } from "vitest";
import { chooseNames, installable } from "../../../../scripts/set-up/debian-packages.mjs";

const bookworm = `libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2~deb12u3
  Version table:
     3.24.38-2~deb12u3 500
        500 http://mirror.example/debian bookworm/main amd64 Packages
libnss3:
  Installed: 2:3.87.1-1+deb12u2
  Candidate: 2:3.87.1-1+deb12u2
  Version table:
`;

const trixie = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.49-3
  Version table:
libnss3:
  Installed: (none)
  Candidate: 2:3.110-1
  Version table:
`;

describe("installable", () => {
  it("leaves out names that only other packages provide", () => {
    expect([...installable(trixie)]).toEqual(["libgtk-3-0t64", "libnss3"]);
  });

  it("finds nothing on a machine that never fetched its package lists", () => {
    expect([...installable("")]).toEqual([]);
  });
});

describe("chooseNames", () => {
  it("keeps Debian 12's names there", () => {
    expect(chooseNames(["libgtk-3-0", "libnss3"], bookworm)).toEqual(["libgtk-3-0", "libnss3"]);
  });

  it("takes the new name where the old one is gone", () => {
    expect(chooseNames(["libgtk-3-0", "libnss3"], trixie)).toEqual(["libgtk-3-0t64", "libnss3"]);
  });

  it("keeps a name that the machine does not know", () => {
    expect(chooseNames(["xvfb"], "")).toEqual(["xvfb"]);
  });
});
