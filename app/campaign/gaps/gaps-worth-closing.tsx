import { gapInWords } from "./gap-in-words.ts";
import type { GapWorthClosing } from "./gap-worth-closing.ts";

/** Three gaps at most, each with its evidence and the one act that closes it. */
export function GapsWorthClosing({
  gaps,
  campaignId,
  mayWrite,
}: {
  gaps: readonly GapWorthClosing[];
  campaignId: string;
  mayWrite: boolean;
}) {
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">Gaps worth closing</h2>
      {gaps.length === 0 ? <p className="empty">No gap worth closing just now.</p> : null}
      <ol className="sug">
        {gaps.map((gap) => {
          const { lead, evidence, act } = gapInWords(gap);
          return (
            <li key={lead}>
              <b>{lead}</b> {evidence}{" "}
              {mayWrite ? (
                <a className="noprint" href={`/c/${campaignId}${act.path}`}>
                  {act.label}
                </a>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
