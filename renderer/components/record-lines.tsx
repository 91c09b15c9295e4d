import type { RecordedLine } from "../../electron/contract/record-facts";

/** A record's lines in words. */
export function RecordLines({ lines }: { readonly lines: readonly RecordedLine[] }) {
  return (
    <table className="record-lines">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Time</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line: { seq, time, actor, event, text } }: { readonly line: RecordedLine }) {
  return (
    <tr>
      <td>{seq + 1}</td>
      <td>
        <time dateTime={time}>
          {time.slice(0, 10)} {time.slice(11, 19)}
        </time>
      </td>
      <td>
        <bdi>{actor}</bdi>
      </td>
      <td>
        <strong>
          <bdi>{event}</bdi>
        </strong>
        {text !== "" && (
          <p>
            <bdi>{text}</bdi>
          </p>
        )}
      </td>
    </tr>
  );
}
