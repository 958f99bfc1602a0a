import type { CoverageAudience, CoverageMessage, PlannedNext } from "#app/domain/coverage/coverage-report.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import { TableHead } from "#app/ui/table-head.tsx";
import type { CoverageView } from "./coverage-view.server.ts";
import { Next } from "./planned-next.tsx";

type View = { view: CoverageView };

/** `audience` is null where no audience has heard the message at all. */
type Unheard = { message: CoverageMessage; audience: CoverageAudience | null; next: PlannedNext | null };

/** Messages that no meeting has heard, and for each other one the audiences that have not. */
export function NeverUsed({ view }: View) {
  const { report } = view;
  const unheard = report.messages.flatMap((message, at) => unheardBy(message, at, view));
  return (
    <section aria-labelledby="never">
      <h2 id="never">Messages never used</h2>
      {unheard.length === 0 ? (
        <p>Every audience has heard every message.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
        <div className="scroll" tabIndex={0}>
          <table className="tbl">
            <caption className="vh">
              Messages in use that an audience has never heard, by {formatDate(report.day)}: what is planned
              next
            </caption>
            <TableHead labels={["Message", "Never used with", "Priority", "Next"]} figures={["Priority"]} />
            <tbody>
              {unheard.map((gap) => (
                <Row key={`${gap.message.id} ${gap.audience?.id ?? ""}`} gap={gap} view={view} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function unheardBy(message: CoverageMessage, at: number, { report }: CoverageView): Unheard[] {
  if (message.isRetired) return [];
  if (report.neverUsedMessageIds.includes(message.id))
    return [{ message, audience: null, next: message.next }];
  return report.audiences
    .filter(({ isEnded, cells }) => !isEnded && cells[at]?.meetings === 0)
    .map((audience) => ({ message, audience, next: audience.cells[at]?.next ?? null }));
}

function Row({ gap: { message, audience, next }, view }: View & { gap: Unheard }) {
  const whom = `${audience === null ? "anybody" : audience.name} on message ${message.number}`;
  const about = { message: message.id, ...(audience === null ? {} : { audience: audience.id }) };
  return (
    <tr>
      <th scope="row">
        <MessageNumber n={message.number} /> {message.title}
      </th>
      <td>
        {audience === null ? (
          "any audience, in any meeting"
        ) : (
          <a href={`/c/${view.campaignId}/audiences/${audience.id}`}>{audience.name}</a>
        )}
      </td>
      <td className="num">{audience?.priority ?? ""}</td>
      <td>
        <Next next={next} about={about} whom={whom} view={view} />
      </td>
    </tr>
  );
}
