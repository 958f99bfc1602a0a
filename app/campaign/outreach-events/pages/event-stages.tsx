import { State } from "#app/ui/marks.tsx";
import type { Stage, StageName } from "../stages.ts";

/** Plan, brief, deliver, log, follow up: where the event stands, each a way to its act; logging only for who may. */
export function EventStages({
  stages,
  own,
  mayWrite,
}: {
  stages: readonly Stage[];
  own: string;
  mayWrite: boolean;
}) {
  return (
    <ol className="steps" aria-label="Event stages">
      {stages.map((stage) => (
        <li
          key={stage.name}
          className={stage.is === "next" ? "next" : undefined}
          aria-current={stage.is === "current" ? "step" : undefined}
        >
          {stage.name === "Log" && !mayWrite ? (
            <span className="step">
              <StageWords stage={stage} />
            </span>
          ) : (
            <a href={own + PLACE[stage.name]}>
              <StageWords stage={stage} />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function StageWords({ stage }: { stage: Stage }) {
  return (
    <>
      <b>{stage.name}</b>
      {stage.tone === null ? stage.words : <State kind={stage.tone}>{stage.words}</State>}
    </>
  );
}

const PLACE: Record<StageName, string> = {
  Plan: "#details",
  Brief: "#points",
  Deliver: "#who",
  Log: "/log",
  "Follow up": "/follow-ups",
};
