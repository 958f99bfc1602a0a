import { ReadingsTable } from "../readings-table.tsx";
import { stanceChart } from "../stance-chart.ts";
import type { StoredReading } from "../stance-readings.server.ts";
import { stanceSentence } from "../stance-sentence.ts";
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
