import { stanceLabel } from "#app/domain/audiences/stance.ts";
import { stanceChart } from "#app/domain/audiences/stance-chart.ts";
import { stanceSentence } from "#app/domain/audiences/stance-sentence.ts";
import { formatShortDate } from "#app/domain/time/format.ts";
import { Stance } from "#app/ui/marks.tsx";
import type { StoredReading } from "#db/queries/stance-readings.server.ts";
import { STANCE_FRAME, StanceFigure } from "./stance-figure.tsx";

type View = {
  audience: { name: string };
  campaignId: string;
  today: string;
  readings: readonly StoredReading[];
  mayWrite: boolean;
  own: string;
};

/** Where the audience stood, by its readings: the chart, and the same as a table. */
export function StanceSection({ audience, campaignId, today, readings, mayWrite, own }: View) {
  const chart = stanceChart(readings, today, STANCE_FRAME);
  return (
    <section aria-labelledby="stance">
      <h2 id="stance">
        Stance: {lowered(stanceSentence(readings, today))}{" "}
        {mayWrite ? (
          <a className="more" href={`${own}/stance`}>
            Add a reading
          </a>
        ) : null}
      </h2>
      {chart === null ? null : (
        <>
          <StanceFigure chart={chart} name={audience.name} labels={labelsOf(readings)} />
          <p className="note">
            {readings.length === 1 ? "1 reading" : `${readings.length} readings`}. Dotted: carried forward
            without a new reading; a reading lapses after 90 days. A label names the meeting of the reading,
            not a cause.
          </p>
          <details>
            <summary>As a table</summary>
            <ReadingsTable readings={readings} today={today} campaignId={campaignId} />
          </details>
        </>
      )}
    </section>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The event of each reading by the day it was read on. */
function labelsOf(readings: readonly StoredReading[]): ReadonlyMap<string, string> {
  return new Map(
    readings.flatMap(({ readOn, eventTitle }) =>
      eventTitle === null ? [] : [[readOn, eventTitle] as const],
    ),
  );
}

function ReadingsTable({
  readings,
  today,
  campaignId,
}: {
  readings: readonly StoredReading[];
  today: string;
  campaignId: string;
}) {
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">Read on</th>
          <th scope="col">Stance</th>
          <th scope="col">Evidence</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {readings.toReversed().map((reading) => (
          <tr key={reading.id}>
            <td className="nowrap">{formatShortDate(reading.readOn, today)}</td>
            <td className="nowrap">
              <Stance n={reading.stance} /> {stanceLabel(reading.stance)}
            </td>
            <td>
              {reading.evidence}
              {reading.outreachEventId === null || reading.eventTitle === null ? null : (
                <>
                  {" "}
                  <a href={`/c/${campaignId}/events/${reading.outreachEventId}`}>{reading.eventTitle}</a>
                </>
              )}
            </td>
            <td>{reading.author}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
