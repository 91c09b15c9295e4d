import type { DamagedFacts } from "../../electron/contract/damaged-facts";
import { type Fact, Facts } from "./facts";
import { sameHex } from "./fingerprint-field";
import { Fours } from "./fours";
import { Name } from "./name";
import { Time } from "./time";

interface UnprovenProps {
  readonly facts: DamagedFacts;
  /** As it was typed from a sheet. */
  readonly fingerprint: string;
}

/** What a damaged file says of itself. None of it is a fact. */
export function Unproven({ facts, fingerprint }: UnprovenProps) {
  return (
    <section className="apart" aria-labelledby="unproven-title">
      <h2 id="unproven-title">As this file says — unproven</h2>
      <p className="hint">
        Somebody may have changed any of this. The shares will prove the vault and the share set; the quorum
        gives its word for the names. Nothing else is kept.
      </p>
      <Facts facts={unproven(facts, fingerprint)} />
    </section>
  );
}

function unproven(facts: DamagedFacts, fingerprint: string): readonly Fact[] {
  const { vaultFingerprint, threshold, custodians } = facts;
  return [
    { what: "Vault", is: orBroken(facts.vaultName, (name) => <Name>{name}</Name>) },
    { what: "Vault id", is: orBroken(facts.vaultId, (id) => <bdi className="path">{id}</bdi>) },
    {
      what: "Vault fingerprint",
      is: orBroken(vaultFingerprint, (hex) => (
        <>
          <Fours hex={hex} />
          {fingerprint !== "" && (sameHex(hex, fingerprint) ? ", as on the sheet" : ", not what was typed")}
        </>
      )),
    },
    { what: "Generation", is: orBroken(facts.generation, String) },
    { what: "Wrapping Key", is: orBroken(facts.wrappingKeyBits, (bits) => `${bits}-bit`) },
    { what: "Share set", is: orBroken(facts.setId, (id) => <Fours hex={id} />) },
    {
      what: "Quorum",
      is: orBroken(threshold, (needed) => `Any ${needed} of ${custodians.length} custodians`),
    },
    { what: "Custodians", is: custodians.length === 0 ? broken : <Custodians names={custodians} /> },
    { what: "Made", is: orBroken(facts.createdAt, (at) => <Time at={at} />) },
    { what: "Last changed", is: orBroken(facts.updatedAt, (at) => <Time at={at} />) },
    ...(facts.broken.length === 0 ? [] : [{ what: "Broken members", is: facts.broken.join(", ") }]),
  ];
}

const broken = "Cannot be read";

function orBroken<T>(value: T | null, shown: (value: T) => Fact["is"]): Fact["is"] {
  return value === null ? broken : shown(value);
}

function Custodians({ names }: { readonly names: readonly (string | null)[] }) {
  return (
    <ol className="names">
      {names.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a custodian is told by the place in the list
        <li key={at} value={at + 1}>
          {at + 1}. {name === null ? broken : <Name>{name}</Name>}
        </li>
      ))}
    </ol>
  );
}
