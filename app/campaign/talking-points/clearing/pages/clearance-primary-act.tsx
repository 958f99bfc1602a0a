import type { PaperView } from "../../pages/paper-view.server.ts";
import { openComments } from "./clearance-comments.tsx";
import { canBeSent, SendForClearance } from "./clearance-send.tsx";

/** The one act that the paper waits for from this reader. */
export function PrimaryAct({ view }: { view: PaperView }) {
  const { paper, clearance } = view;
  const isAnswerable = clearance.mine.length > 0 && !clearance.isSentTextAnother;
  if (isAnswerable) return <Jump to="#clear" label="Answer" />;
  const comments = openComments(view);
  const isDrafter = paper.draftedBy.id === view.readerId;
  const label = `Answer ${comments} comment${comments === 1 ? "" : "s"}`;
  if (comments > 0 && isDrafter && paper.stage === "sent for clearance" && !clearance.isSentTextAnother) {
    return <Jump to="#comments" label={label} />;
  }
  if (!canBeSent(view)) return null;
  return (
    <>
      {comments > 0 ? (
        <a className="btn" href="#comments">
          {label}
        </a>
      ) : null}
      <SendForClearance view={view} />
    </>
  );
}

function Jump({ to, label }: { to: string; label: string }) {
  return (
    <a className="btn primary" href={to}>
      {label}
    </a>
  );
}
