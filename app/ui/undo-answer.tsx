import { ErrorSummary } from "./form-frame.tsx";
import { PageHead } from "./page-head.tsx";

/** Why something stays as it is; or, where nothing was asked, what Undo is. `errors` is undefined then. */
export function UndoAnswer({ errors }: { errors: Readonly<Record<string, string>> | undefined }) {
  if (errors === undefined) {
    return (
      <>
        <PageHead title="Undo" />
        <p className="empty">Undo is a button beside what you have just done.</p>
      </>
    );
  }
  return (
    <>
      <PageHead title="It was not undone" />
      <ErrorSummary errors={errors} />
    </>
  );
}
