import { ButtonForm } from "./form-frame.tsx";

/** What the last change did, with Undo as a form button. It stays until the next page; `undoTo` is null where nothing can be undone. */
export function DoneNotice({
  summary,
  changeId,
  undoTo,
}: {
  summary: string;
  changeId: string;
  undoTo: string | null;
}) {
  return (
    <div className="done" role="status" tabIndex={-1} data-focus data-done>
      <span>{summary}.</span>
      {undoTo === null ? null : (
        <ButtonForm action={undoTo} label="Undo" fields={{ change: changeId }} className="linklike" />
      )}
    </div>
  );
}
