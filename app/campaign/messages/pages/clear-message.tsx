import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage, notAllowed } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { Cancel, ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { clearNewestRevision } from "../acts.server.ts";
import { explainMessageClearanceRefusal } from "../clear-message.ts";
import { type MessageText, mayStillBeCleared } from "../message-status.ts";
import { readMessageHead } from "../message-view.server.ts";
import styles from "./message.css?url";
import { RevisionDiff } from "./revisions-shown.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Read and clear");

export const loader = campaignPage("read", readMessageHead);

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, params, clearsFor: authority } = arrival;
  if (authority === null) notAllowed("Only an embassy or ministry clearer may clear a message.");
  const { ownDraftMayBeCleared } = campaign;
  const shownHash = String(form.get("shownHash"));
  return save(
    arrival,
    { ok: true, value: { shownHash, authority, ownDraftMayBeCleared } },
    (change, clearer) =>
      clearNewestRevision(change, { campaignId: campaign.id, number: params.number ?? "" }, clearer),
    ({ reason }) => explainMessageClearanceRefusal(reason),
  );
});

export default function ClearMessage() {
  const { base, message, revisions, clearsFor } = useLoaderData<typeof loader>();
  const own = `${base}/messages/${message.number}`;
  const [newest] = revisions;
  const before = revisions.find((one) => one.clearance !== null && one.id !== newest?.id);
  return (
    <>
      <PageHead
        title={`Read and clear message ${message.number}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${message.number}`, to: own },
          "Read and clear",
        ]}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <div className="message-columns">
        <section aria-labelledby="text">
          <h2 id="text">Revision {message.newest.number}, the whole text</h2>
          <WholeRevision revision={message.newest} />
        </section>
        <section aria-labelledby="since">
          <h2 id="since">
            {before ? `Changes since revision ${before.number}, last cleared before it` : "What changed"}
          </h2>
          {before && newest ? (
            <RevisionDiff from={before} to={newest} />
          ) : (
            <p className="empty">No earlier wording of this message has been cleared.</p>
          )}
        </section>
      </div>
      {clearsFor !== null && mayStillBeCleared(message.status, clearsFor) ? (
        <FormFrame action={`${own}/clear`}>
          <input type="hidden" name="shownHash" value={message.newest.textHash} />
          <p className="hint">
            A clearance applies to exactly this text. It cannot be undone; to change the text, write and clear
            a new wording.
            {clearsFor === "embassy"
              ? " Your clearance counts for the embassy only: papers with this wording must also go to the ministry until the ministry has cleared it."
              : " Your clearance counts for both the embassy and the ministry."}
          </p>
          <div className="save">
            <button type="submit" className="button primary big-number">
              Clear revision {message.newest.number}
            </button>
            <Cancel to={own} />
          </div>
        </FormFrame>
      ) : (
        <p className="empty">
          There is nothing for you to clear here. <a href={own}>Back to the message</a>
        </p>
      )}
    </>
  );
}

/** Every word of a revision, as a clearer reads it. */
function WholeRevision({ revision }: { revision: MessageText }) {
  const { title, statement, talkingPoint, avoid, note } = revision;
  const parts = [
    ["Title", title],
    ["Statement", statement],
    ["Talking point", talkingPoint],
    ["Avoid", avoid],
    ["Note", note],
  ] as const;
  return (
    <dl className="message-facts">
      {parts
        .filter(([, text]) => text !== "")
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="prewrap point">{text}</dd>
          </div>
        ))}
    </dl>
  );
}
