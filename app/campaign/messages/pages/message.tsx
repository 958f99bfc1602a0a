import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { NO_OTHER_CLEARER } from "#app/campaign/clearances/own-draft.ts";
import { version } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import { ButtonForm, EndOrReinstate, ErrorSummary } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { actOnMessage } from "../acts.server.ts";
import { FramingTable } from "../framings/pages/framing-table.tsx";
import { type MessageView, messageHere, readMessageView } from "../message-view.server.ts";
import { messageRecord } from "../record.ts";
import { WORDING_ACTS } from "../store.server.ts";
import styles from "./message.css?url";
import {
  Objections,
  ProofPointsOfMessage,
  ReceptionByAudience,
  ReceptionOverTime,
} from "./message-evidence.tsx";
import { MessageHead, MessageState } from "./message-head.tsx";
import { LatestRevision } from "./revisions-shown.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: MessageView | undefined }) =>
  pageTitle(data ? `Message ${data.message.number}, ${data.message.newest.title}` : "Message");
export const loader = campaignPage("read", readMessageView);
/** Sends the message for review, retires it, or takes either back. */
export const action = campaignAction("write", async (arrival) => {
  const message = await messageHere(arrival);
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { act, version: seen }) => actOnMessage(change, arrival.campaign.id, message, act, seen),
    ({ reason }) =>
      reason === "no-other-clearer"
        ? NO_OTHER_CLEARER
        : "Someone has changed the message since you opened this page. Check what has changed, then try again",
  );
});

const schema = z.object({
  act: z.enum(WORDING_ACTS, { error: "Choose what to do" }),
  version,
});

const LABELS = {
  ...messageRecord.columns,
  sent_for_review_at: "Sent for review",
  retired_at: "Retired",
};

export default function Message() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <MessageHead view={view} tab="summary" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <MessageStatement view={view} />
      <div className="message-columns">
        <Objections view={view} />
        <div className="stack">
          <ReceptionByAudience view={view} />
          <HowToSayIt view={view} />
          <FramingsOfMessage view={view} />
          <div className="noprint">
            <LatestRevision view={view} />
          </div>
        </div>
      </div>
      <div className="stack message-below">
        <ProofPointsOfMessage view={view} />
        <section aria-labelledby="history" className="noprint">
          <h2 id="history">History</h2>
          <History changes={view.changes} labels={LABELS} />
          {view.hasEarlierChanges ? (
            <p className="small">
              <a href="?history=all#history">Show the earlier changes too</a>
            </p>
          ) : null}
        </section>
      </div>
    </>
  );
}

function FramingsOfMessage({ view: { base, message, framings, mayWrite } }: { view: MessageView }) {
  const own = `${base}/messages/${message.number}`;
  const inUse = framings.filter(({ framing }) => framing.retiredAt === null);
  return (
    <section aria-labelledby="framings">
      <h2 id="framings">
        Framings by audience{" "}
        {mayWrite ? (
          <a className="more" href={`${own}/framings/new`}>
            Add
          </a>
        ) : null}
      </h2>
      {inUse.length === 0 ? (
        <p className="empty">No framings: every audience hears the same wording.</p>
      ) : (
        <FramingTable framings={inUse} own={own} number={message.number} />
      )}
    </section>
  );
}

function HowToSayIt({ view }: { view: MessageView }) {
  const { talkingPoint, avoid, note } = view.message.newest;
  return (
    <section aria-labelledby="say">
      <h2 id="say">How to say it</h2>
      <p className="point">{talkingPoint}</p>
      {avoid === "" ? null : (
        <>
          <h3>Avoid</h3>
          <p className="small prewrap">{avoid}</p>
        </>
      )}
      {note === "" ? null : (
        <>
          <h3>Note for our own side</h3>
          <p className="small prewrap">{note}</p>
        </>
      )}
    </section>
  );
}

/** What the message says, where its clearance stands, and how it was taken so far. */
function MessageStatement({ view }: { view: MessageView }) {
  const { newest, effectiveFrom, effectiveUntil, status } = view.message;
  return (
    <div className="message-top">
      <div>
        <p className="message-statement">{newest.statement}</p>
        <p className="message-meta">
          <MessageState view={view} />
          <span>Revision {newest.number}</span>
          {effectiveFrom === null ? null : <span>Effective from {formatDay(effectiveFrom, view.today)}</span>}
          {effectiveUntil === null ? null : (
            <span>Effective until {formatDay(effectiveUntil, view.today)}</span>
          )}
        </p>
        {view.cleared === null || (status.status !== "draft" && status.status !== "in review") ? null : (
          <p className="small">
            Until this wording is cleared, papers use revision {view.cleared}, the last one cleared.
          </p>
        )}
        {view.mayWrite ? <StateForms view={view} /> : null}
      </div>
      <ReceptionOverTime view={view} />
    </div>
  );
}

function StateForms({ view: { message } }: { view: MessageView }) {
  const button = (act: string, label: string) => (
    <ButtonForm label={label} fields={{ act }} version={message.version} />
  );
  const { status } = message.status;
  return (
    <div className="stateforms">
      {status === "draft" ? button("send for review", "Send for review") : null}
      {status === "in review" ? button("take back from review", "Withdraw from review") : null}
      <EndOrReinstate
        end="Retire"
        isEnded={status === "retired"}
        fields={{ act: status === "retired" ? "take back into use" : "retire" }}
        version={message.version}
      />
    </div>
  );
}
