import { sinceInCaption } from "#app/campaign/effectiveness/changes/since-told.ts";
import { ReceptionChart } from "#app/campaign/effectiveness/reception-chart.tsx";
import { verdictsInWords } from "#app/campaign/effectiveness/verdicts-in-words.ts";
import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { RangePlot } from "#app/ui/range-plot.tsx";
import type { MessageView } from "../message-view.server.ts";

/** How the message is received over all audiences, now and over time, by the figures of the effectiveness page. */
export function ReceptionOverTime({ view }: { view: MessageView }) {
  const { overAll } = view.reception;
  if (overAll === null || overAll.figure.notes === 0) {
    return (
      <section aria-labelledby="reception">
        <h2 id="reception">Reception</h2>
        <p className="empty">Not yet heard by any audience.</p>
      </section>
    );
  }
  const { figure } = overAll;
  return (
    <figure aria-labelledby="reception">
      <figcaption>
        <h2 id="reception" className="plain">
          {figure.verdict}: {levelInDigits(figure.mean)} now, likely range {rangeInWords(figure)}
        </h2>
        <p>
          {sinceInCaption(overAll, view.today)} Circles are ratings ({figure.notes}); raw average{" "}
          {levelInDigits(figure.raw ?? 0)}.{" "}
          <a href={`${view.base}/reports/effectiveness`}>How to read this</a>
        </p>
      </figcaption>
      <ReceptionChart message={overAll} />
      <p className="note">{newestInWords(view)}</p>
    </figure>
  );
}

/** How the present wording fares by itself, apart from what was said before it. */
function newestInWords({ newestAlone, message: { newest } }: MessageView): string {
  const which = `This wording alone (revision ${newest.number})`;
  if (newestAlone === null) return `${which}: nothing has been rated yet.`;
  const level = `${levelInDigits(newestAlone.mean)}, likely range ${rangeInWords(newestAlone)}`;
  return `${which}: ${level}, ${counted(newestAlone.notes, "rating")}, raw ${levelInDigits(newestAlone.raw ?? 0)}.`;
}

/** Level and likely range with each audience, the highest first. */
export function ReceptionByAudience({ view }: { view: MessageView }) {
  const { byAudience } = view.reception;
  if (byAudience.length === 0) return null;
  const ordered = byAudience.toSorted(
    (a, b) => Number(b.figure.notes > 0) - Number(a.figure.notes > 0) || b.figure.mean - a.figure.mean,
  );
  return (
    <section aria-labelledby="by-audience">
      <h2 id="by-audience">{verdictsInWords(byAudience.map(({ figure }) => figure))}</h2>
      <RangePlot
        about="Audience"
        figures={ordered.map(({ audience, figure }) => ({
          key: audience.id,
          label: <a href={`${view.base}/audiences/${audience.id}`}>{audience.name}</a>,
          figure,
        }))}
      />
      <p className="note">Dot: reception level. Bar: likely range, 90 %. Number of ratings in brackets.</p>
    </section>
  );
}
