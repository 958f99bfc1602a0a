import { State } from "#app/ui/marks.tsx";
import type { ClashLine } from "./selected-event.server.ts";

type ClashesProps = { clashes: readonly ClashLine[]; days: number; campaignId: string };

/** What speaks against the time of an event: nothing is forbidden, everything is said. */
export function ClashLines({ clashes, days, campaignId }: ClashesProps) {
  const inTime = clashes.filter((clash) => clash.isInTime);
  const nearby = clashes.filter((clash) => !clash.isInTime);
  return (
    <>
      {inTime.length === 0 ? null : (
        <ul className="clashes">
          {inTime.map((clash) => (
            <li key={clash.words}>
              <State kind="bad">Clash</State> <Words clash={clash} campaignId={campaignId} />
            </li>
          ))}
        </ul>
      )}
      {nearby.length === 0 ? null : (
        <details className="clashes noprint">
          <summary>
            The same people within {days} days:{" "}
            {nearby.length === 1 ? "1 other event" : `${nearby.length} other events`}
          </summary>
          <ul>
            {nearby.map((clash) => (
              <li key={clash.words}>
                <Words clash={clash} campaignId={campaignId} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Words({ clash, campaignId }: { clash: ClashLine; campaignId: string }) {
  if (clash.eventId === null) return clash.words;
  return <a href={`/c/${campaignId}/events/${clash.eventId}`}>{clash.words}</a>;
}
