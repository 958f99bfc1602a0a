import { formatDate } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";

/** Ends an audience in the campaign, or takes the end back. Nothing that was heard is hidden by it. */
export function EndAudience({
  own,
  endedOn,
  version,
}: {
  own: string;
  endedOn: string | null;
  version: number;
}) {
  return (
    <section>
      <h2>{endedOn === null ? "End it" : `Ended on ${formatDate(endedOn)}`}</h2>
      <p className="hint">
        {endedOn === null
          ? "No longer an audience of this campaign, as from today. Its meetings and receptions stay in every report."
          : "Its meetings and receptions stay in every report."}
      </p>
      <ButtonForm
        action={`${own}/end`}
        version={version}
        fields={{ standing: endedOn === null ? "ended" : "taken up" }}
        label={endedOn === null ? "End this audience" : "Take it up again"}
      />
    </section>
  );
}
