import { State } from "#app/ui/marks.tsx";
import { HeldNotice } from "#app/ui/notices.tsx";
import { PageHead, Tabs } from "#app/ui/page-head.tsx";
import { mayStillBeCleared } from "../message-status.ts";
import type { MessageHeadView } from "../message-view.server.ts";
import { standingInWords } from "../message-words.ts";

export type MessageTab = "summary" | "framings" | "revisions" | "uses";

/** The top of every page of a message. */
export function MessageHead({ view, tab }: { view: MessageHeadView; tab: MessageTab }) {
  const { base, message, revisionCount, framingCount } = view;
  const own = `${base}/messages/${message.number}`;
  return (
    <>
      <PageHead
        title={
          <>
            <span className="message-number big-number">{message.number}</span> {message.newest.title}
          </>
        }
        crumbs={[{ label: "Messages", to: `${base}/messages` }, `Message ${message.number}`]}
        acts={<Acts view={view} own={own} />}
      />
      <Tabs
        label="Message"
        tabs={[
          { label: "Summary", to: own, current: tab === "summary" },
          {
            label: `Proof points (${message.proofPointIds.length})`,
            to: `${own}#proof-points`,
            current: false,
          },
          { label: `Objections (${message.objectionIds.length})`, to: `${own}#objections`, current: false },
          { label: `Framings (${framingCount})`, to: `${own}/framings`, current: tab === "framings" },
          { label: `Revisions (${revisionCount})`, to: `${own}/revisions`, current: tab === "revisions" },
          { label: "Where used", to: `${own}/uses`, current: tab === "uses" },
        ]}
      />
      <HeldNotice held={view.held} />
    </>
  );
}

function Acts({ view, own }: { view: MessageHeadView; own: string }) {
  const { message, mayWrite, clearsFor, held, mayPlaceHold } = view;
  const clears = clearsFor !== null && mayStillBeCleared(message.status, clearsFor);
  const hold =
    mayPlaceHold && held.length === 0 ? (
      <a className="button" href={`${own}/hold`}>
        Place a hold
      </a>
    ) : null;
  if (!mayWrite) return hold;
  return (
    <>
      {hold}
      <a className={clears ? "button" : "button primary"} href={`${own}/edit`}>
        Suggest new wording
      </a>
      {clears ? (
        <a className="button primary" href={`${own}/clear`}>
          Read and clear
        </a>
      ) : null}
    </>
  );
}

/** The state of a message, in shape and words. */
export function MessageState({ view }: { view: MessageHeadView }) {
  const { kind, words } = standingInWords(view.message, view.today);
  return (
    <>
      {view.held.length === 0 ? null : <State kind="bad">On hold</State>} <State kind={kind}>{words}</State>
    </>
  );
}
