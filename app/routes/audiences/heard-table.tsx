import { formatShortDate } from "#app/domain/time/format.ts";
import { MessageNumber, Reception } from "#app/ui/marks.tsx";
import { TableHead } from "#app/ui/table-head.tsx";
import type { HeardMessage } from "#db/queries/audience-heard.server.ts";

type View = {
  campaignId: string;
  today: string;
  heard: readonly HeardMessage[];
  objections: readonly { id: string; name: string; times: number }[];
};

/** Which messages an audience has heard and how it took them: plain averages with their n and last day, no verdict. */
export function HeardTable({ campaignId, today, heard, objections }: View) {
  return (
    <section aria-labelledby="heard">
      <h2 id="heard">What they have heard</h2>
      <table className="tbl">
        <TableHead
          labels={["Message", "Average reception", "Ratings", "Last"]}
          figures={["Ratings", "Last"]}
        />
        <tbody>
          {heard.map((message) => (
            <HeardRow key={message.id} message={message} campaignId={campaignId} today={today} />
          ))}
        </tbody>
      </table>
      <p className="note">
        One rating for each officer and meeting, −2 to +2. An average describes how meetings went; it says
        nothing of causes.
      </p>
      {objections.length === 0 ? null : <ObjectionsHeard objections={objections} campaignId={campaignId} />}
    </section>
  );
}

function HeardRow({
  message: { number, title, average, n, lastOn },
  campaignId,
  today,
}: {
  message: HeardMessage;
  campaignId: string;
  today: string;
}) {
  return (
    <tr>
      <th scope="row">
        <MessageNumber n={number} /> <a href={`/c/${campaignId}/messages/${number}`}>{title}</a>
      </th>
      <td>{average === null ? "Not yet heard" : <Reception score={average} digits={1} />}</td>
      <td className="num">{n}</td>
      <td className="num nowrap">{lastOn === null ? "" : formatShortDate(lastOn, today)}</td>
    </tr>
  );
}

function ObjectionsHeard({ objections, campaignId }: Pick<View, "objections" | "campaignId">) {
  return (
    <p className="small">
      Objections heard:{" "}
      {objections.map(({ id, name, times }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <b>{name}</b> ({times})
        </span>
      ))}
      . <a href={`/c/${campaignId}/messages`}>See replies</a>
    </p>
  );
}
