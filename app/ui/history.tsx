import { formatDayWithYear } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { WordDiff } from "#app/ui/word-diff.tsx";

type Cell = string | number | null;

/** One change of a record, as `listChanges` answers. */
export type HistoryEntry = {
  id: string;
  madeAt: string;
  accountName: string;
  channel: "web" | "command line";
  summary: string;
  isUndone: boolean;
  fields: readonly { table: string; rowId: string; column: string; before: Cell; after: Cell }[];
};

/**
 * The changes of a record, newest first: who, when, what it was and what it is.
 * `labels` gives columns the names that the page uses; identifiers and other inner columns are left out.
 */
export function History({
  changes,
  labels = {},
  homeZone,
}: {
  changes: readonly HistoryEntry[];
  labels?: Readonly<Record<string, string>>;
  homeZone: string;
}) {
  if (changes.length === 0) return <p className="empty">Nothing has been changed yet.</p>;
  return (
    <ol className="history">
      {changes.map((change) => (
        <li key={change.id}>
          <b>{change.summary}</b>
          {change.isUndone ? " (undone)" : null}
          <br />
          <span className="note">
            {change.accountName}
            {change.channel === "web" ? null : " on the command line"}, {whenMade(change.madeAt, homeZone)}
          </span>
          <ChangedFields fields={change.fields} labels={labels} />
        </li>
      ))}
    </ol>
  );
}

function whenMade(madeAt: string, homeZone: string): string {
  const at = new Date(madeAt);
  const times = twoClocks(at, homeZone);
  const time = times.washington.split(", ").at(-1);
  return `${formatDayWithYear(dateIn(at, WASHINGTON))}, ${time} in Washington, ${times.home}`;
}

function ChangedFields({
  fields,
  labels,
}: Pick<HistoryEntry, "fields"> & { labels: Readonly<Record<string, string>> }) {
  const shown = fields.filter(
    ({ column }) => column in labels || !/(_id|_json|_hash|^position)$/.test(column),
  );
  if (shown.length === 0) return null;
  return (
    <details>
      <summary>What it was</summary>
      <dl>
        {shown.map((field) => (
          <div key={`${field.table} ${field.rowId} ${field.column}`}>
            <dt>{labels[field.column] ?? wordsOf(field.column)}</dt>
            <dd>
              <WordDiff from={String(field.before ?? "")} to={String(field.after ?? "")} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** "review_by" reads "Review by". */
function wordsOf(column: string): string {
  const words = column.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
