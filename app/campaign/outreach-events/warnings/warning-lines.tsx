import { addressOf } from "#app/http/addresses.ts";
import { State } from "#app/ui/marks.tsx";
import type { EventKind } from "../kind.ts";
import { hasRoom } from "./days-taken.ts";
import { isAboutAnotherOccasion, isClash, type Warning, type WarningKind } from "./warnings.ts";

const FEW = 3;

/**
 * What speaks against an event: nothing is forbidden, everything is said. Other occasions with the same people are folded
 * where they are many, so that the rest is seen.
 */
export function WarningLines({ warnings }: { warnings: readonly Warning[] }) {
  const occasions = warnings.filter(isAboutAnotherOccasion);
  const folded = occasions.length > FEW ? occasions : [];
  const open = folded.length === 0 ? warnings : warnings.filter((one) => !isAboutAnotherOccasion(one));
  return (
    <>
      {open.length === 0 ? null : <Lines warnings={open} />}
      {folded.length === 0 ? null : (
        <details className="clashes">
          <summary>The same offices, people and messages on {folded.length} other occasions</summary>
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
          <State kind={isClash(warning) ? "bad" : "warn"}>{LABELS[warning.kind]}</State>{" "}
          {warning.other === null ? (
            warning.words
          ) : (
            <a href={addressOf.event(warning.other.campaignId, warning.other.eventId)}>{warning.words}</a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The word before the sentence: what kind of thing speaks against it. */
const LABELS: Record<WarningKind, string> = {
  "officer busy": "Clash",
  "participant busy": "Clash",
  "message repeated": "Repeated",
  "office visited": "Same office",
  chamber: "Congress",
  holiday: "Holiday",
  "ministry closed": "Clearance",
  "due in the past": "Deadline",
};

/** Whether the room of an event is confirmed; nothing where it has none. */
export function RoomLine({
  event,
}: {
  event: { kind: EventKind; place: string; isPlaceConfirmed: boolean };
}) {
  if (!hasRoom(event)) return null;
  return (
    <li>
      <span>Room</span>
      <State kind={event.isPlaceConfirmed ? "ok" : "warn"}>
        {event.isPlaceConfirmed ? "Confirmed" : "Not confirmed"}
      </State>
    </li>
  );
}
