import { State } from "#app/ui/marks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import { entryInWords } from "../changes-in-words.ts";
import { actOfChange, type ImportChange, type ImportConflict } from "../plan-import.ts";

const KINDS = { added: "ok", changed: "warn", ended: "bad" } as const;

/** Everything that an import would change, record by record, word by word. */
export function ImportChanges({ changes }: { changes: readonly ImportChange[] }) {
  return (
    <ol className="uses">
      {changes.map((change) => {
        const act = actOfChange(change);
        return (
          <li key={`${change.kind} ${change.code}`}>
            <State kind={KINDS[act]}>{act}</State> <b>{entryInWords(change)}</b>
            <details open={act === "changed"}>
              <summary>What the file says</summary>
              <p className="prewrap small">
                <WordDiff from={change.before ?? ""} to={change.after ?? ""} />
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

/** Records that were edited on both sides: both texts, and nothing of either is lost. */
export function ImportConflicts({ conflicts }: { conflicts: readonly ImportConflict[] }) {
  return (
    <>
      {conflicts.map((conflict) => (
        <div key={`${conflict.kind} ${conflict.code}`} className="conflict">
          <h3>{entryInWords(conflict)} was edited here and in the files since they last agreed</h3>
          <div className="both">
            <Side title="In the product" text={conflict.inProduct} none="Ended here" />
            <Side title="In the files" text={conflict.inFiles} none="Not in the files" />
          </div>
        </div>
      ))}
    </>
  );
}

function Side({ title, text, none }: { title: string; text: string; none: string }) {
  return (
    <div>
      <p className="note">{title}</p>
      <p className="prewrap">{text === "" ? none : text}</p>
    </div>
  );
}
