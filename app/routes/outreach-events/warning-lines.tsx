import { isClash, type Warning } from "#app/domain/outreach-events/warnings.ts";
import { State } from "#app/ui/marks.tsx";

const FEW = 4;

/** What speaks against an event: nothing is forbidden, everything is said. Where there is much, clashes stand in the open. */
export function WarningLines({ warnings }: { warnings: readonly Warning[] }) {
  const isMuch = warnings.length > FEW;
  const open = isMuch ? warnings.filter(isClash) : warnings;
  const folded = isMuch ? warnings.filter((warning) => !isClash(warning)) : [];
  return (
    <>
      {open.length === 0 ? null : <Lines warnings={open} />}
      {folded.length === 0 ? null : (
        <details className="clashes" open={open.length === 0}>
          <summary>{folded.length} more to know before it goes ahead</summary>
          <Lines warnings={folded} />
        </details>
      )}
    </>
  );
}

function Lines({ warnings }: { warnings: readonly Warning[] }) {
  return (
    <ul className="clashes">
      {warnings.map((warning) => (
        <li key={`${warning.kind} ${warning.words} ${warning.other?.eventId}`}>
          <State kind={isClash(warning) ? "bad" : "warn"}>{labelOf(warning)}</State>{" "}
          {warning.other === null ? (
            warning.words
          ) : (
            <a href={`/c/${warning.other.campaignId}/events/${warning.other.eventId}`}>{warning.words}</a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The word before the sentence: what kind of thing speaks against it. */
function labelOf({ kind }: Warning): string {
  switch (kind) {
    case "officer busy":
    case "participant busy":
      return "Clash";
    case "message repeated":
      return "Repeated";
    case "office visited":
      return "Same office";
    case "chamber":
      return "Congress";
    case "holiday":
      return "Holiday";
    case "ministry closed":
      return "Clearance";
    case "due in the past":
      return "Late";
  }
}
