import type { Finding, Verdict } from "../../electron/contract/preflight";
import { VerdictMark } from "./verdict-mark";

interface PreflightTableProps {
  readonly findings: readonly Finding[];
}

/** What people must settle comes first. */
const groups: readonly { readonly verdict: Verdict; readonly title: string }[] = [
  { verdict: "red", title: "Red" },
  { verdict: "not-known", title: "Not known" },
  { verdict: "good", title: "Good" },
];

/** What was found of the workstation: red first, then what could not be told, then what is good. */
export function PreflightTable({ findings }: PreflightTableProps) {
  return groups.map(({ verdict, title }) => {
    const here = findings.filter((finding) => finding.verdict === verdict);
    if (here.length === 0) return null;
    const titleId = `preflight-${verdict}`;
    return (
      <section key={verdict} className="preflight" data-verdict={verdict} aria-labelledby={titleId}>
        <h2 id={titleId}>
          <VerdictMark verdict={verdict} />
          {title}: {here.length}
        </h2>
        <dl className="preflight-findings">
          {here.map((finding) => (
            <div key={finding.id} className="preflight-finding">
              <dt>{finding.what}</dt>
              <dd>
                <p>
                  <bdi>{finding.found}</bdi>
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}
