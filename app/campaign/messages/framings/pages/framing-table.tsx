import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { TableHead } from "#app/ui/list.tsx";
import { ReceptionLevel, State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { statusInWords } from "../../message-words.ts";
import type { ListedFraming } from "../framing-uses.server.ts";

/** How a message is said to each audience, whether that is cleared, and how the audience took the message. */
export function FramingTable({
  framings,
  own,
  number,
}: {
  framings: readonly ListedFraming[];
  /** The page of the message. */
  own: string;
  number: number;
}) {
  return (
    <table className="table stacked framing-table">
      <TableHead labels={["For", "Say it this way", `Message ${number} with this audience`]} />
      <tbody>
        {framings.map((one) => (
          <FramingRow key={one.framing.id} listed={one} own={own} />
        ))}
      </tbody>
    </table>
  );
}

function FramingRow({ listed: { framing, figure, papers }, own }: { listed: ListedFraming; own: string }) {
  const { id, audienceName, newest, status } = framing;
  const { kind, words } = statusInWords(status, useToday());
  return (
    <tr>
      <th scope="row">
        <a href={`${own}/framings/${id}`}>{audienceName}</a>
      </th>
      <td>
        <span className="framing-words">{newest.text}</span>
        <span className="note last-checked">
          <State kind={kind}>{words}</State>
          {framing.isOlderThanMessage ? <OlderThanMessage /> : null}
        </span>
      </td>
      <td>
        {figure === null || figure.notes === 0 ? (
          "Not yet heard"
        ) : (
          <>
            <ReceptionLevel figure={figure} />{" "}
            <span className="nowrap note">
              {rangeInWords(figure)}, n {figure.notes}
            </span>
            <br />
            <span className="note">
              {figure.verdict}, raw {levelInDigits(figure.raw ?? 0)}
            </span>
          </>
        )}
        <br />
        <span className="note">
          {papers === 0 ? "In no paper yet" : `Used in ${counted(papers, "paper")}`}
        </span>
      </td>
    </tr>
  );
}

/** The message was worded anew after the framing: somebody should look whether it still says the same. */
export function OlderThanMessage() {
  return <State kind="warn">Older than the message’s wording</State>;
}
