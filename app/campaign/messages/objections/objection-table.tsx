import { clearedFor, type Side } from "#app/campaign/clearances/clearance-status.ts";
import { capital, timesInWords } from "#app/text/in-words.ts";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { audiencesInWords } from "../message-words.ts";
import { StaleEvidence } from "../proof-points/proof-point-table.tsx";
import type { ListedObjection, Objection } from "./list.server.ts";

/** Objections: how often each was heard, answered, and not pressed again, and whether the reply is cleared. */
export function ObjectionTable({
  objections,
  base,
}: {
  objections: readonly ListedObjection[];
  base: string;
}) {
  if (objections.length === 0)
    return <p className="empty">Objections heard in Washington appear here, each with our reply.</p>;
  return (
    <table className="table objection-table">
      <TableHead labels={["Objection", "Heard", "Answered", "Not pressed again", "Reply"]} />
      <tbody>
        {objections.map((objection) => (
          <ObjectionRow key={objection.id} objection={objection} base={base} />
        ))}
      </tbody>
    </table>
  );
}

function ObjectionRow({ objection, base }: { objection: ListedObjection; base: string }) {
  const { code, name, says, heard, answered, notPressed, isDifficultQuestion } = objection;
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/objections/${code}`}>
          {code} {name}
        </a>
        {isDifficultQuestion ? (
          <>
            &ensp;
            <State kind="warn">Difficult question</State>
          </>
        ) : null}
        <span className="due-caveat">{says}</span>
      </th>
      <td className="nowrap">{heard === 0 ? "Never" : capital(timesInWords(heard))}</td>
      <td className="nowrap">{heard === 0 ? "" : `${answered} of ${heard}`}</td>
      <td className="nowrap">{notPressed === 0 ? "" : audiencesInWords(notPressed)}</td>
      <td>
        <ReplyState objection={objection} />
      </td>
    </tr>
  );
}

/** Whether the reply has words to say, whether they are cleared, and which of its evidence is stale. */
export function ReplyState({
  objection: { wordsToSay, clearance, evidence },
}: {
  objection: {
    wordsToSay: string;
    clearance: { authority: Side } | null;
    evidence: Objection["evidence"];
  };
}) {
  return (
    <>
      {wordsToSay === "" ? (
        <State kind="bad">No words to say yet</State>
      ) : (
        <ClearedFor clearance={clearance} />
      )}{" "}
      <StaleEvidence evidence={evidence} />
    </>
  );
}

function ClearedFor({ clearance }: { clearance: { authority: Side } | null }) {
  switch (clearedFor(clearance)) {
    case "nobody":
      return <State kind="warn">Not cleared</State>;
    case "embassy":
      return <State kind="warn">Cleared for the embassy only</State>;
    case "both sides":
      return <State kind="ok">Cleared</State>;
  }
}
