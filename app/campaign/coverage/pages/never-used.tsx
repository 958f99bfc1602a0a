import { addressOf } from "#app/http/addresses.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { PlannedNext } from "../coverage-report.ts";
import { neverUsed, nothingUnheardInWords, type NeverUsed as Unheard } from "../coverage-shown.ts";
import type { CoverageView } from "./coverage-view.server.ts";

type View = { view: CoverageView };

/** Messages that no meeting has heard, and for each other one the audiences that have not. */
export function NeverUsed({ view }: View) {
  const { report } = view;
  const today = useToday();
  const { lines: unheard, leftOut } = neverUsed(report);
  return (
    <section aria-labelledby="never">
      <h2 id="never">Messages never used</h2>
      {unheard.length === 0 ? (
        <p>{nothingUnheardInWords(report)}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
        <div className="scroll count-scroll report-scroll" tabIndex={0}>
          <table className="table">
            <caption className="visually-hidden">
              Messages in use that an audience had not heard by {formatDay(report.day, today)}, and the next
              event planned
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
      {leftOut === "" ? null : <p className="note">{leftOut}</p>}
    </section>
  );
}

function Row({ gap: { message, audience, next }, view }: View & { gap: Unheard }) {
  const whom = `${audience === null ? "anyone" : audience.name} on message ${message.number}`;
  const about = { message: message.id, ...(audience === null ? {} : { audience: audience.id }) };
  return (
    <tr>
      <th scope="row">
        <MessageNumber n={message.number} /> {message.title}
      </th>
      <td>
        {audience === null ? (
          "any audience, at any meeting"
        ) : (
          <a href={addressOf.audience(view.campaignId, audience.id)}>{audience.name}</a>
        )}
      </td>
      <td className="number">{audience?.priority ?? ""}</td>
      <td>
        <Next next={next} about={about} whom={whom} view={view} />
      </td>
    </tr>
  );
}

/** The next event that is planned, or a way to plan one. `about` fills its form, `whom` says for listeners what for. */
export function Next({
  next,
  about,
  whom,
  view: { campaignId, mayPlan, report },
}: {
  next: PlannedNext | null;
  about: Readonly<Record<string, string>>;
  whom: string;
  view: CoverageView;
}) {
  const base = addressOf.events(campaignId);
  if (next !== null)
    return (
      <a className="nowrap" href={`${base}/${next.eventId}`} title={next.title}>
        {formatDay(next.day, report.day)}
      </a>
    );
  if (!mayPlan) return <span className="faint">Nothing planned</span>;
  return (
    <a href={`${base}/new?${new URLSearchParams(about)}`}>
      Plan<span className="visually-hidden"> an event for {whom}</span>
    </a>
  );
}
