import { State } from "#app/ui/marks.tsx";
import type { ClashLine } from "./selected-event.server.ts";

/** What speaks against the time of an event: nothing is forbidden, everything is said. */
export function ClashLines({ clashes, campaignId }: { clashes: readonly ClashLine[]; campaignId: string }) {
  if (clashes.length === 0) return null;
  return (
    <ul className="clashes">
      {clashes.map((clash) => (
        <li key={clash.words}>
          {clash.isInTime ? <State kind="bad">Clash</State> : <State kind="warn">Met twice</State>}{" "}
          {clash.eventId === null ? (
            clash.words
          ) : (
            <a href={`/c/${campaignId}/events/${clash.eventId}`}>{clash.words}</a>
          )}
        </li>
      ))}
    </ul>
  );
}
