import { feedbackLabel } from "#app/campaign/feedback/feedback.ts";
import type { StoredFeedback } from "#app/campaign/feedback/store.server.ts";
import { formatDate } from "#app/time/format.ts";
import { Reception } from "#app/ui/marks.tsx";

type Beside = {
  reactions: readonly StoredFeedback[];
  base: string;
  wanted: { audience: string; message: string };
};

/** Reactions outside meetings that count in the same figure as the outcomes above. */
export function ReactionsBeside({ reactions, base, wanted: { audience, message } }: Beside) {
  if (reactions.length === 0) return null;
  return (
    <section aria-labelledby="reactions">
      <h2 id="reactions">
        Reactions outside meetings that count too{" "}
        <a className="more" href={`${base}/feedback?${new URLSearchParams({ audience, message })}`}>
          All
        </a>
      </h2>
      <ul className="lines">
        {reactions.map(({ id, kind, day, words, score }) => (
          <li key={id}>
            <span>
              <a href={`${base}/feedback/${id}`}>{feedbackLabel(kind)}</a>, {formatDate(day)}{" "}
              <Reception score={score} />
              <br />
              <span className="note">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
