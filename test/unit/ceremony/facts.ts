import type { DamagedFacts } from "../../../electron/contract/damaged-facts";
import type { KeystoreFacts } from "../../../electron/contract/keystore-facts";

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
  createdAt: "",
  updatedAt: "",
  readableByOthers: false,
};

/** What is left of a damaged one: nothing but its Recovery Key's wrapping. */
export const damagedFacts: DamagedFacts = {
  path: keystoreFacts.path,
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
  keptAs: "/v/keystore.damaged-00000000.json",
};
