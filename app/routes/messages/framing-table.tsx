import { Reception, State } from "#app/ui/marks.tsx";
import type { ListedFraming } from "./listed-framings.server.ts";
import { statusInWords } from "./message-words.ts";

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
    <table className="tbl fr">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">Say it this way</th>
          <th scope="col">Message {number} there</th>
        </tr>
      </thead>
      <tbody>
        {framings.map((one) => (
          <FramingRow key={one.framing.id} listed={one} own={own} />
        ))}
      </tbody>
    </table>
  );
}

function FramingRow({ listed: { framing, reception, papers }, own }: { listed: ListedFraming; own: string }) {
  const { id, audienceName, newest, status } = framing;
  const { kind, words } = statusInWords(status);
  return (
    <tr>
      <th scope="row">
        <a href={`${own}/framings/${id}`}>{audienceName}</a>
      </th>
      <td>
        <q>{newest.text}</q>
        <span className="note">
          <State kind={kind}>{words}</State>
          {framing.isOlderThanMessage ? <OlderThanMessage /> : null}
        </span>
      </td>
      <td>
        {reception === null ? (
          "Not yet heard"
        ) : (
          <>
            <Reception score={reception.total / reception.n} digits={1} />{" "}
            <span className="nowrap note">plain average, n {reception.n}</span>
          </>
        )}
        <br />
        <span className="note">{papers === 0 ? "In no paper yet" : `Used in ${papers}`}</span>
      </td>
    </tr>
  );
}

/** The message was worded anew after the framing: somebody should look whether it still says the same. */
export function OlderThanMessage() {
  return <State kind="warn">Older than the message’s wording</State>;
}
