import { useActionData } from "@remix-run/react";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import type { answerUndo } from "./answer-undo.server.ts";

/** Why something stays as it is; or, where nothing was asked, what Undo is. */
export function UndoPage() {
  const refused = useActionData<typeof answerUndo>();
  return refused === undefined ? (
    <>
      <PageHead title="Undo" />
      <Empty text="There is nothing to undo here. Use the Undo button beside the change that you have just made." />
    </>
  ) : (
    <>
      <PageHead title="It was not undone" />
      <ErrorSummary errors={refused.errors} />
    </>
  );
}
