import type { CoverageAudience, CoverageMessage } from "#app/domain/coverage/coverage-report.ts";
import { formatShortDate } from "#app/domain/time/format.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import type { CoverageView } from "./coverage-view.server.ts";
import { Next } from "./planned-next.tsx";

type View = { view: CoverageView };

/** Messages that no meeting has heard, and for each other one the audiences that have not. */
export function NeverUsed({ view }: View) {
  const { report } = view;
  const gaps = report.messages.flatMap((message, at) => {
    const without = report.audiences.filter(({ isEnded, cells }) => !isEnded && cells[at]?.meetings === 0);
    return message.isRetired || without.length === 0 ? [] : [{ message, without, at }];
  });
  return (
    <section aria-labelledby="never">
      <h2 id="never">Messages never used</h2>
      {gaps.length === 0 ? <p>Every audience has heard every message.</p> : null}
      {gaps.map(({ message, without, at }) => (
        <div key={message.id} className="gap">
          <h3>
            <MessageNumber n={message.number} /> {message.title}
          </h3>
          {report.neverUsedMessageIds.includes(message.id) ? (
            <InNoMeeting message={message} view={view} />
          ) : (
            <ul className="lines">
              {without.map((audience) => (
                <Gap key={audience.id} audience={audience} message={message} at={at} view={view} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

function InNoMeeting({ message, view }: View & { message: CoverageMessage }) {
  return (
    <p>
      In no meeting, with any audience.{" "}
      {message.next === null ? "" : `Planned next: ${formatShortDate(message.next.day, view.report.day)}. `}
      <Next
        next={message.next}
        about={{ message: message.id }}
        whom={`message ${message.number}`}
        view={view}
      />
    </p>
  );
}

function Gap({
  audience,
  message,
  at,
  view,
}: View & { audience: CoverageAudience; message: CoverageMessage; at: number }) {
  const next = audience.cells[at]?.next ?? null;
  return (
    <li>
      <span>
        <a href={`/c/${view.campaignId}/audiences/${audience.id}`}>{audience.name}</a>
        <span className="faint">, priority {audience.priority}</span>
      </span>
      <span>
        {next === null ? "" : "Planned "}
        <Next
          next={next}
          about={{ audience: audience.id, message: message.id }}
          whom={`${audience.name} on message ${message.number}`}
          view={view}
        />
      </span>
    </li>
  );
}
