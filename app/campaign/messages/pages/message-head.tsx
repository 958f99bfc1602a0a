import { State } from "#app/ui/marks.tsx";
import { HeldNotice } from "#app/ui/notices.tsx";
import { type Act, PageHead, Tabs } from "#app/ui/page-head.tsx";
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
        next={nextOf(view, own)}
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

const NEW_WORDING = "Suggest new wording";

/** What the message waits for from this reader: to be cleared, then to be used, else other words. */
function nextOf({ base, message, mayWrite, clearsFor, held }: MessageHeadView, own: string): Act | null {
  if (!mayWrite) return null;
  if (clearsFor !== null && mayStillBeCleared(message.status, clearsFor))
    return { label: "Read and clear", to: `${own}/clear` };
  return message.status.status === "cleared" && held.length === 0
    ? { label: "Plan an event", to: `${base}/events/new?message=${message.id}` }
    : { label: NEW_WORDING, to: `${own}/edit` };
}

function Acts({ view, own }: { view: MessageHeadView; own: string }) {
  return (
    <>
      {view.mayPlaceHold && view.held.length === 0 ? (
        <a className="button" href={`${own}/hold`}>
          Place a hold
        </a>
      ) : null}
      {view.mayWrite && nextOf(view, own)?.label !== NEW_WORDING ? (
        <a className="button" href={`${own}/edit`}>
          {NEW_WORDING}
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
