import type { DamagedFacts } from "../../../electron/contract/damaged-facts";
import type { BesideFacts, KeystoreFacts } from "../../../electron/contract/keystore-facts";

/** What a keystore of two of three says of itself. */
export const keystoreFacts: KeystoreFacts = {
  path: "/v/keystore.json",
  vaultId: "b1b0a9a4-8dc1-4d4e-9d1b-6f6a2d5c1a11",
  vaultName: "Payments EU",
  practice: false,
  generation: 3,
  vaultFingerprint: "0".repeat(32),
  masterKeyKid: "0".repeat(16),
  wrappingKeyKid: "1".repeat(16),
  wrappingKeyBits: 256,
  setId: "00c0ffee",
  threshold: 2,
  custodians: [1, 2, 3].map((index) => ({ index, name: `C${index}` })),
  retiredSets: [],
  ceremonies: [],
  createdAt: "2026-11-23T22:00:00.000Z",
  updatedAt: "2026-11-25T09:30:00.000Z",
  readableByOthers: false,
};

/** A folder of its own. */
export const nothingBeside: BesideFacts = {
  newer: null,
  forks: [],
  forgeries: [],
  damaged: [],
  unseen: false,
};

/** What is left of a damaged one: nothing but its Recovery Key's wrapping. */
export const damagedFacts: DamagedFacts = {
  path: keystoreFacts.path,
  sha256: "0".repeat(64),
  refusal: { code: "keystore.seal" },
  broken: [],
  practice: false,
  vaultId: null,
  vaultName: null,
  vaultFingerprint: null,
  generation: null,
  wrappingKeyBits: null,
  setId: null,
  threshold: null,
  custodians: [],
  createdAt: null,
  updatedAt: null,
  ceremonies: null,
  retiredSets: null,
  becomes: 2,
  keptAs: "/v/keystore.damaged-00000000.json",
};
