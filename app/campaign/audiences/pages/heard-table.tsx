import { addressOf } from "#app/http/addresses.ts";
import { type Figure, levelInDigits, rangeInWords, shareInWords } from "#app/method/figure.ts";
import { type Cut, cutInWords } from "#app/text/cut.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { MessageNumber, ReceptionLevel } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { HeardMessage } from "../heard.server.ts";

/** A message with the report's figure of it; null where the audience is not read over any more. */
type Heard = HeardMessage & { figure: Figure | null };

type View = {
  campaignId: string;
  heard: readonly Heard[];
  objections: Cut<{ id: string; name: string; times: number }>;
  audience: { id: string };
};

/** Which messages an audience has heard and how it takes them, by the figures of the effectiveness page. */
export function HeardTable({ campaignId, heard, objections, audience }: View) {
  return (
    <section aria-labelledby="heard">
      <h2 id="heard">What they have heard</h2>
      <table className="table">
        <TableHead
          labels={["Message", "Reception", "Likely range", "Ratings"]}
          figures={["Likely range", "Ratings"]}
        />
        <tbody>
          {heard.map((message) => (
            <HeardRow key={message.id} message={message} campaignId={campaignId} audience={audience} />
          ))}
        </tbody>
      </table>
      <p className="note grid-note">
        Each officer rates a message once per meeting, from −2 to +2. The level shows how meetings went; it
        says nothing about why. <a href={addressOf.effectiveness(campaignId)}>How to read this</a>
      </p>
      {objections.rows.length === 0 ? null : (
        <ObjectionsHeard objections={objections} campaignId={campaignId} />
      )}
    </section>
  );
}

type Row = Pick<View, "campaignId" | "audience"> & { message: Heard };

function HeardRow({ message, campaignId, audience }: Row) {
  const today = useToday();
  const { id, number, title, figure } = message;
  const notes = new URLSearchParams({ audience: audience.id, message: id });
  return (
    <tr>
      <th scope="row">
        <MessageNumber n={number} /> <a href={addressOf.message(campaignId, number)}>{title}</a>
      </th>
      {figure === null || figure.notes === 0 ? (
        <NotRead message={message} />
      ) : (
        <>
          <td>
            <ReceptionLevel figure={figure} /> {figure.verdict}
            <br />
            <span className="note grid-note">
              {unbroken(shareInWords(figure.ownWeight))} from their own meetings
            </span>
          </td>
          <td className="number nowrap">
            {rangeInWords(figure)}
            <br />
            <span className="note grid-note">raw average {levelInDigits(figure.raw ?? 0)}</span>
          </td>
          <td className="number nowrap">
            <a href={`${addressOf.outcomes(campaignId)}?${notes}`}>{figure.notes}</a>
            <br />
            <span className="note grid-note">{lastInWords(figure, today)}</span>
          </td>
        </>
      )}
    </tr>
  );
}

/** No meetings yet, or an audience that left the campaign: then the raw average alone. */
function NotRead({ message: { figure, average, n, lastOn } }: { message: Heard }) {
  return (
    <>
      <td>
        {n === 0 ? "Not yet heard" : "No figure: the audience has ended in this campaign"}
        {figure === null ? null : (
          <>
            <br />
            <span className="note">similar cells suggest {levelInDigits(figure.mean)}</span>
          </>
        )}
      </td>
      <td className="number nowrap">
        {figure === null ? "" : rangeInWords(figure)}
        {average === null ? null : <span className="note">raw average {levelInDigits(average)}</span>}
      </td>
      <td className="number nowrap">
        {n}
        {lastOn === null ? null : <span className="note"> last {lastOn}</span>}
      </td>
    </>
  );
}

function lastInWords({ lastDay }: Figure, today: CalendarDate): string {
  return lastDay === null ? "" : `last ${formatDay(dateOfDay(lastDay), today)}`;
}

function ObjectionsHeard({ objections, campaignId }: Pick<View, "objections" | "campaignId">) {
  return (
    <p className="small audience-note">
      Objections heard:{" "}
      {objections.rows.map(({ id, name, times }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <b>{name}</b> ({times})
        </span>
      ))}
      . {cutInWords(objections.cutAt, { which: "objections raised most often", others: "" })}{" "}
      <a href={addressOf.objections(campaignId)}>See all, with replies</a>
    </p>
  );
}
