import { blocksInOrder, SECTION_TITLES } from "#app/campaign/paper-text/paper.ts";
import { typedValue } from "#app/http/form-values.ts";
import { atWord } from "#app/text/cut.ts";
import { Select, TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import { type TypedForm, typedIn } from "../../pages/paper-acts.ts";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { type Comment, countOpen, placeOfComment, type Thread } from "../comments.ts";

type Props = { view: PaperView; typed: TypedForm | null };

/** What was remarked on the paper and its points, resolved or not. */
export function ClearanceComments({ view, typed }: Props) {
  const { threads } = view.clearance;
  const resolved = threads.filter(({ comment }) => comment.resolvedAt !== null);
  const open = threads.filter(({ comment }) => comment.resolvedAt === null);
  if (threads.length === 0 && !view.mayWrite) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      {open.map((thread) => (
        <CommentThread key={thread.comment.id} thread={thread} view={view} typed={typed} />
      ))}
      {resolved.length === 0 ? null : (
        <details>
          <summary>{resolved.length} resolved</summary>
          {resolved.map((thread) => (
            <CommentThread key={thread.comment.id} thread={thread} view={view} typed={typed} />
          ))}
        </details>
      )}
      {view.mayWrite ? <NewComment view={view} typed={typed} /> : null}
    </section>
  );
}

/** How many comments wait for an answer. */
export function openComments({ clearance }: PaperView): number {
  return countOpen(clearance.threads.map(({ comment }) => comment));
}

function CommentThread({ thread, view, typed }: Props & { thread: Thread }) {
  const { comment, replies } = thread;
  const { words, isChanged } = placeOfComment(comment, view.paper.text);
  const isResolved = comment.resolvedAt !== null;
  return (
    <div
      className={isResolved ? "clearance-comment is-resolved" : "clearance-comment"}
      id={`comment-${comment.id}`}
    >
      <b>{comment.madeBy}</b> {comment.blockId === null ? words : <a href={`#${comment.blockId}`}>{words}</a>}
      {isChanged && comment.quote !== "" ? (
        <p className="note">At the time it read: {comment.quote}</p>
      ) : null}
      <Said comment={comment} />
      {replies.map((reply) => (
        <div className="reply" key={reply.id}>
          <b>{reply.madeBy}</b>
          <Said comment={reply} />
        </div>
      ))}
      {isResolved ? <State kind="ok">Resolved by {comment.resolvedBy}</State> : null}
      {view.mayWrite ? <CommentForms comment={comment} view={view} typed={typed} /> : null}
    </div>
  );
}

function Said({ comment }: { comment: Comment }) {
  return (
    <>
      <p className="comment-said">{comment.text}</p>
      <p className="note">
        <TwoTimes at={comment.madeAt} />
      </p>
    </>
  );
}

function CommentForms({ comment, view, typed }: Props & { comment: Comment }) {
  const isResolved = comment.resolvedAt !== null;
  const maySettle = isResolved || view.clearance.settles.includes(comment.id);
  const replying = typedIn(typed, `reply-${comment.id}`);
  return (
    <div className="block-tools">
      <details open={replying !== null}>
        <summary>
          Reply<span className="visually-hidden"> to {comment.madeBy}</span>
        </summary>
        <FormFrame id={`reply-${comment.id}`} action="?">
          <input type="hidden" name="intent" value="reply" />
          <input type="hidden" name="comment" value={comment.id} />
          <TextArea
            name="text"
            label="Reply"
            rows={3}
            value={typedValue(replying?.values, "text", "")}
            error={replying?.errors.text}
          />
          <Submit>Reply</Submit>
        </FormFrame>
      </details>
      {maySettle ? (
        <ButtonForm
          action="?"
          label={isResolved ? "Reopen" : "Resolve"}
          className="linklike"
          fields={{ intent: isResolved ? "open again" : "resolve", comment: comment.id }}
        />
      ) : null}
    </div>
  );
}

function NewComment({ view, typed }: Props) {
  const mine = typed?.form === "comment" || typed?.form.startsWith("comment-") ? typed : null;
  const blocks = blocksInOrder(view.paper.text).map((block) => ({
    value: block.id,
    label: `${SECTION_TITLES[block.section]}: ${block.heading || atWord(block.text, 60)}`,
  }));
  return (
    <details open={mine !== null}>
      <summary>Add a comment</summary>
      <FormFrame id={mine?.form ?? "comment"} action="?">
        <input type="hidden" name="intent" value="comment" />
        <Select
          name="block"
          label="Comment on"
          value={typedValue(mine?.values, "block", "")}
          options={[{ value: "", label: "The whole paper" }, ...blocks]}
        />
        <TextArea
          name="text"
          label="Comment"
          rows={3}
          value={typedValue(mine?.values, "text", "")}
          error={mine?.errors.text}
        />
        <Submit>Add</Submit>
      </FormFrame>
    </details>
  );
}
