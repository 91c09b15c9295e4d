import type { Finding, Verdict } from "../../electron/contract/preflight";
import type { ExceptionAbout } from "../../electron/contract/proceedings";
import { listed, quoted } from "../../electron/contract/wording";
import { act } from "../bridge";
import { Button } from "./buttons";
import { Tick } from "./tick";
import { VerdictMark } from "./verdict-mark";

interface PreflightTableProps {
  readonly findings: readonly Finding[];
  /** While a record is open: what stands beside the findings, and what an exception was recorded for. */
  readonly exceptions?: Exceptions;
}

interface Exceptions {
  /** The people with two parts, by name. */
  readonly sharedRoles: readonly string[];
  readonly excepted: readonly ExceptionAbout[];
}

interface Row {
  readonly id: ExceptionAbout;
  readonly what: string;
  readonly found: string;
}

/** What people must settle comes first. */
const groups: readonly { readonly verdict: Verdict; readonly title: string }[] = [
  { verdict: "red", title: "Red" },
  { verdict: "not-known", title: "Not known" },
  { verdict: "good", title: "Good" },
];

/** What was found of the workstation: red first, then what could not be told, then what is good. */
export function PreflightTable({ findings, exceptions }: PreflightTableProps) {
  return groups.map(({ verdict, title }) => {
    const found = findings.filter((finding) => finding.verdict === verdict);
    const rows: readonly Row[] = verdict === "red" ? [...parts(exceptions), ...found] : found;
    if (rows.length === 0) return null;
    const titleId = `preflight-${verdict}`;
    return (
      <section key={verdict} className="preflight" data-verdict={verdict} aria-labelledby={titleId}>
        <h2 id={titleId}>
          <VerdictMark verdict={verdict} />
          {title}: {rows.length}
        </h2>
        <dl className="preflight-findings">
          {rows.map((row) => (
            <div key={row.id} className="preflight-finding">
              <dt>{row.what}</dt>
              <dd>
                <p>
                  <bdi>{row.found}</bdi>
                </p>
                {verdict === "red" && exceptions !== undefined && (
                  <ExceptionFor row={row} excepted={exceptions.excepted} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}

/** What is red of the people: somebody has two parts. */
function parts(exceptions: Exceptions | undefined): readonly Row[] {
  if (exceptions === undefined || exceptions.sharedRoles.length === 0) return [];
  return [{ id: "roles", what: "Parts", found: twoParts(exceptions.sharedRoles) }];
}

/** Who has two parts, in a sentence. */
export function twoParts(names: readonly string[]): string {
  return `${listed(names.map(quoted))} ${names.length === 1 ? "has" : "have"} two parts in this ceremony.`;
}

function ExceptionFor({ row, excepted }: { readonly row: Row } & Pick<Exceptions, "excepted">) {
  if (excepted.includes(row.id)) {
    return (
      <p className="excepted">
        <Tick /> An exception is recorded
      </p>
    );
  }
  return (
    <Button
      label={`Record an exception: ${row.what}`}
      onPress={() => void act("askException", { about: row.id })}
    >
      Record an exception
    </Button>
  );
}
