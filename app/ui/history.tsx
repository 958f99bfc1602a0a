import type { ReactNode } from "react";
import { WordDiff } from "#app/ui/word-diff.tsx";

export type HistoryEntry = {
  id: string;
  when: ReactNode;
  who: string;
  /** What was done, as a sentence without its author: "Moved to Thu 12 Nov, 14:00". */
  summary: string;
  fields: readonly { label: string; before: string; after: string }[];
};

/** The changes of a record, newest first: who, when, what it was and what it is. */
export function History({
  entries,
  label = "History",
}: {
  entries: readonly HistoryEntry[];
  label?: string;
}) {
  if (entries.length === 0) return <p className="empty">Nothing has been changed yet.</p>;
  return (
    <ol className="history" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <b>{entry.summary}</b>
          <br />
          <span className="note">
            {entry.who}, {entry.when}
          </span>
          {entry.fields.length === 0 ? null : <ChangedFields fields={entry.fields} />}
        </li>
      ))}
    </ol>
  );
}

function ChangedFields({ fields }: { fields: HistoryEntry["fields"] }) {
  return (
    <details>
      <summary>What it was</summary>
      <dl>
        {fields.map((field) => (
          <div key={field.label}>
            <dt>{field.label}</dt>
            <dd>
              <WordDiff from={field.before} to={field.after} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
