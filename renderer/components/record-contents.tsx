import type { RecordFacts } from "../../electron/contract/record-facts";
import type { RecordView } from "../../electron/contract/views";
import { type Fact, Facts } from "./facts";
import { Fours } from "./fours";
import { RecordLines } from "./record-lines";
import { Time } from "./time";

/** What a record says: its facts, and its lines in words. */
export function RecordContents({ page: { facts, lines } }: { readonly page: RecordView }) {
  const hidden = facts.lines - lines.length;
  return (
    <>
      <section className="apart" aria-labelledby="contents-title">
        <h2 id="contents-title">What the record says</h2>
        <Facts facts={factsOf(facts)} />
      </section>
      <section className="apart" aria-labelledby="lines-title">
        <h2 id="lines-title">Its lines; times are UTC</h2>
        <RecordLines lines={lines} />
        {hidden > 0 && <p className="note">{hidden} more lines were checked, and are not shown here.</p>}
      </section>
    </>
  );
}

function factsOf(facts: RecordFacts): readonly Fact[] {
  const { path, ceremonyId, vaultId, from, to, lines, parametersHash, firstHash } = facts;
  return [
    { what: "File", is: <bdi className="path">{path}</bdi> },
    { what: "Ceremony", is: <span className="path">{ceremonyId}</span> },
    { what: "Vault id", is: <span className="path">{vaultId}</span> },
    { what: "First line", is: <Time at={from} /> },
    { what: "Last line", is: <Time at={to} /> },
    { what: "Lines", is: lines },
    ...remarkable(facts),
    ...(parametersHash === null ? [] : [{ what: "Parameters’ hash", is: <Fours hex={parametersHash} /> }]),
    { what: "First line’s hash", is: <Fours hex={firstHash} /> },
  ];
}

function remarkable({ remarkable }: RecordFacts): readonly Fact[] {
  const { exceptions, disagreements, refusals, aborts, spoiled, clockJumps } = remarkable;
  return [
    { what: "Exceptions", is: exceptions },
    { what: "Disagreements", is: disagreements },
    { what: "Refused entries", is: refusals },
    { what: "Aborted or left", is: aborts },
    { what: "Spoiled sheets", is: spoiled },
    { what: "Clock set back", is: clockJumps },
  ].filter(({ is }) => is > 0);
}
