import { formatShortDate } from "#app/domain/time/format.ts";
import { MessageNumber, Reception } from "#app/ui/marks.tsx";
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
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Average reception</th>
            <th scope="col" className="num">
              Ratings
            </th>
            <th scope="col" className="num">
              Last
            </th>
          </tr>
        </thead>
        <tbody>
          {heard.map((message) => (
            <tr key={message.id}>
              <th scope="row">
                <MessageNumber n={message.number} />{" "}
                <a href={`/c/${campaignId}/messages/${message.number}`}>{message.title}</a>
              </th>
              <td>
                {message.average === null ? (
                  "Not yet heard"
                ) : (
                  <Reception score={message.average} digits={1} />
                )}
              </td>
              <td className="num">{message.n}</td>
              <td className="num nowrap">
                {message.lastOn === null ? "" : formatShortDate(message.lastOn, today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        One rating for each officer and meeting, −2 to +2. An average describes how meetings went; it says
        nothing of causes.
      </p>
      {objections.length === 0 ? null : (
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
      )}
    </section>
  );
}
