import { formatDate } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";

/** Ends a contact who has left the office, or takes the end back. What was met and said stays. */
export function EndContact({
  contact: { endedOn, version },
  own,
}: {
  contact: { endedOn: string | null; version: number };
  own: string;
}) {
  return (
    <section>
      <h2>{endedOn === null ? "No longer in office?" : `Ended on ${formatDate(endedOn)}`}</h2>
      <p className="hint">What was met and said stays in the records.</p>
      <ButtonForm
        action={`${own}/end`}
        version={version}
        fields={{ standing: endedOn === null ? "ended" : "taken up" }}
        label={endedOn === null ? "End this contact" : "Take it up again"}
      />
    </section>
  );
}
