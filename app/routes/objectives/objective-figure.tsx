import { type Objective, progress, type Reading } from "#app/domain/objectives/objective.ts";
import { formatDate, formatShortDate } from "#app/domain/time/format.ts";
import { asNumber } from "./as-number.ts";

/** Where an indicator stands: latest figure, target, the bar between baseline and target, date and n. */
export function ObjectiveFigure({
  objective,
  today,
}: {
  objective: Objective & { latest: Reading | null };
  today: string;
}) {
  const { latest, target, baseline, unit, level, dueOn } = objective;
  const way = latest === null ? 0 : progress(objective, latest.value);
  return (
    <>
      <p className="fig">
        {latest === null ? "—" : asNumber(latest.value)}{" "}
        <small>
          {target < baseline ? "down to" : "of"} {asNumber(target)}
          {unit === "" || target === 1 ? "" : ` ${unit}`}, {level}
        </small>
      </p>
      <div className="prog" role="img" aria-label={barLabel(objective)}>
        <span className="v" style={{ width: `${(way * 100).toFixed(1)}%` }} />
        <span className="p" style={{ left: "calc(100% - 2px)" }} />
      </div>
      <p className="note">
        {latest === null ? "Not read yet" : `Read ${formatShortDate(latest.readOn, today)}`}
        {latest?.n === null || latest === null ? "" : `, n ${latest.n}`}. From {asNumber(baseline)}, due{" "}
        {formatDate(dueOn)}
      </p>
    </>
  );
}

function barLabel({ latest, target, baseline, unit }: Objective & { latest: Reading | null }): string {
  const figure = latest === null ? "Not read yet" : `${asNumber(latest.value)} ${unit}`;
  return `${figure}; from ${asNumber(baseline)} to ${asNumber(target)}`;
}
