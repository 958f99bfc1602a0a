import { cut, HISTORY_SHOWN, IN_THE_EXPORT } from "#app/text/cut.ts";
import { capital } from "#app/text/in-words.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { isWrittenDay } from "#app/time/calendar-date.ts";
import { formatDate, formatDayWithYear, momentInWords } from "#app/time/format.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { CutLine } from "./list.tsx";
import { useHomeZone } from "./two-clocks.tsx";
import { WordDiff } from "./word-diff.tsx";

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
 * The changes of a record, newest first: who, when, what it was and what it is. Of more than `most`, or where the caller
 * read no further, it says that there are more.
 * `labels` gives columns the names that the page uses; identifiers and other inner columns are left out.
 */
export function History({
  changes,
  labels = {},
  most = HISTORY_SHOWN,
  hasMore = false,
}: {
  changes: readonly HistoryEntry[];
  labels?: Readonly<Record<string, string>>;
  most?: number;
  hasMore?: boolean;
}) {
  const { rows, cutAt } = cut(changes, most);
  const homeZone = useHomeZone();
  if (changes.length === 0) return <p className="empty">No changes yet.</p>;
  return (
    <>
      <ol className="history">
        {rows.map((change) => (
          <li key={change.id}>
            <b>{change.summary}</b>
            {change.isUndone ? " (undone)" : null}
            <br />
            <span className="note">
              {change.accountName}
              {change.channel === "web" ? null : " on the command line"},{" "}
              {momentInWords(new Date(change.madeAt), homeZone)}
            </span>
            <ChangedFields fields={change.fields} labels={labels} />
          </li>
        ))}
      </ol>
      <CutLine
        cutAt={cutAt ?? (hasMore ? rows.length : null)}
        which="newest changes"
        others={IN_THE_EXPORT}
      />
    </>
  );
}

function ChangedFields({
  fields,
  labels,
}: Pick<HistoryEntry, "fields"> & { labels: Readonly<Record<string, string>> }) {
  const homeZone = useHomeZone();
  const shown = fields.filter(
    ({ column }) => column in labels || !/(_id|_json|_hash|^position|^sort_name)$/.test(column),
  );
  if (shown.length === 0) return null;
  return (
    <details className="noprint">
      <summary>What it was</summary>
      <dl>
        {shown.map(({ table, rowId, column, before, after }) => {
          const inWords = column.endsWith("_json") ? linesOf : (cell: Cell) => cellInWords(cell, homeZone);
          return (
            <div key={`${table} ${rowId} ${column}`}>
              <dt>{labels[column] ?? wordsOf(column)}</dt>
              <dd>
                <WordDiff from={inWords(before)} to={inWords(after)} />
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

/** What a column held, as it is read: its days and times in words. */
function cellInWords(cell: Cell, homeZone: Zone): string {
  const text = String(cell ?? "");
  if (/^\d{4}-\d\d$/.test(text)) return formatAsOf(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return momentInWords(new Date(text), homeZone);
  const [, day = "", time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?$/.exec(text) ?? [];
  if (!isWrittenDay(day))
    return text.replaceAll(/^(\d{4}-\d\d-\d\d) (?=-?[\d.]+$)/gm, (_, on) => `${formatDate(on)}: `);
  return `${formatDayWithYear(day)}${time === undefined ? "" : `, ${time} local time`}`;
}

/** What is kept as a list, a line each: "Allies at 2 %, 22, 2024 edition". */
function linesOf(json: Cell): string {
  const list: unknown = JSON.parse(String(json ?? "[]"));
  return (Array.isArray(list) ? list : []).map((one) => Object.values(one).join(", ")).join("\n");
}

/** "review_by" reads "Review by". */
function wordsOf(column: string): string {
  return capital(column.replaceAll("_", " "));
}
