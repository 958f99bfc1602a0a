import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { clearedFor, isOpenTo } from "#app/campaign/clearances/clearance-status.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notAllowed,
  type Sent,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ButtonForm, EndOrReinstate, ErrorSummary } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { NoteToSpeaker } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { heardInWords } from "../../message-words.ts";
import styles from "../../pages/message.css?url";
import { ProofPointTable, SourceList, StaleEvidence } from "../../proof-points/proof-point-table.tsx";
import { clearObjectionReply, setObjectionUse } from "../acts.server.ts";
import { explainReplyClearanceRefusal } from "../clear-reply.ts";
import { ReplyState } from "../objection-table.tsx";
import { objectionRecord } from "../record.ts";
import { type ObjectionView, objectionHere, readObjectionView } from "./objection-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: ObjectionView | undefined }) =>
  pageTitle(`Objection ${data?.objection.code ?? ""}, ${data?.objection.name ?? ""}`);
export const loader = campaignPage("read", readObjectionView);
/** Clears the reply to an objection, or takes the objection out of use or back into it. */
export const action = campaignAction("write", async (arrival) => {
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  if (read.value.act === "clear") return clear(arrival, read.value.shownHash);
  const objection = await objectionHere(arrival);
  const use = read.value.act === "retire" ? "retired" : "in use";
  return save(
    arrival,
    read,
    (change) => setObjectionUse(change, arrival.campaign.id, objection, use),
    () => "",
  );
});

const schema = z.object({
  act: z.enum(["clear", "retire", "take back into use"], { error: "Choose what to do" }),
  shownHash: z.string().max(64).default(""),
});

function clear(arrival: CampaignArrival & Sent, shownHash: string) {
  const { campaign, params, clearsFor: authority } = arrival;
  if (authority === null) notAllowed("Only an embassy or ministry clearer may clear a reply.");
  const { ownDraftMayBeCleared } = campaign;
  const where = { campaignId: campaign.id, code: params.code ?? "" };
  return save(
    arrival,
    { ok: true, value: { shownHash, authority, ownDraftMayBeCleared } },
    (change, clearer) => clearObjectionReply(change, where, clearer),
    ({ reason }) => explainReplyClearanceRefusal(reason),
  );
}

export default function ObjectionPage() {
  const view = useLoaderData<typeof loader>();
  const { base, objection, heard, mayWrite, proofPoints } = view;
  const { code, name, says, isDifficultQuestion, retiredAt } = objection;
  return (
    <>
      <PageHead
        title={`${code} ${name}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Objections", to: `${base}/objections` },
          code,
        ]}
        next={mayWrite ? { label: "Edit", to: `${base}/objections/${code}/edit` } : null}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <p className="message-statement">{says}</p>
      <p className="message-meta">
        {isDifficultQuestion ? <State kind="warn">Difficult question for our own side</State> : null}
        {retiredAt === null ? null : <State kind="off">Retired</State>}
        <span>{heardInWords(heard)}</span>
      </p>
      <div className="message-columns message-below">
        <div className="stack">
          <Reply view={view} />
          {proofPoints.length === 0 ? null : (
            <section aria-labelledby="points">
              <h2 id="points">Proof points</h2>
              <ProofPointTable proofPoints={proofPoints} base={base} />
            </section>
          )}
        </div>
        <div className="stack">
          <WhoSaysSo view={view} />
          <section aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={view.changes} labels={objectionRecord.columns} />
          </section>
        </div>
      </div>
    </>
  );
}

function Reply({ view }: { view: ObjectionView }) {
  const { base, objection, wordsHash, mayWrite, clearsFor } = view;
  const today = useToday();
  const { code, wordsToSay, noteToSpeaker, clearance, retiredAt } = objection;
  const own = `${base}/objections/${code}`;
  const reach = clearedFor(clearance);
  const clears = clearsFor !== null && isOpenTo(clearsFor, reach);
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">Our reply</h2>
      <h3>Words to say</h3>
      {wordsToSay === "" ? null : <p className="point prewrap">{wordsToSay}</p>}
      {clearance === null ? (
        <ReplyState objection={objection} />
      ) : (
        <State kind={reach === "both sides" ? "ok" : "warn"}>
          {reach === "both sides" ? "Cleared" : "Cleared for the embassy only,"} by {clearance.clearedBy},{" "}
          {formatDay(dateIn(clearance.clearedAt, WASHINGTON), today)}
        </State>
      )}{" "}
      {clearance === null ? null : <StaleEvidence evidence={objection.evidence} />}
      <div className="stateforms">
        {clears && wordsToSay !== "" && retiredAt === null ? (
          <ButtonForm
            action={own}
            label="Clear these words"
            fields={{ act: "clear", shownHash: wordsHash }}
            className="button primary"
          />
        ) : null}
        {mayWrite ? (
          <EndOrReinstate
            action={own}
            end="Retire"
            isEnded={retiredAt !== null}
            fields={{ act: retiredAt === null ? "retire" : "take back into use" }}
          />
        ) : null}
      </div>
      <NoteToSpeaker note={noteToSpeaker} />
    </section>
  );
}

function WhoSaysSo({ view: { base, objection, sources, messages } }: { view: ObjectionView }) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">Where it comes from</h2>
      {objection.who === "" ? null : <p>{objection.who}</p>}
      <SourceList sources={sources} />
      <h3>Raised against</h3>
      {messages.length === 0 ? <p className="empty">No message.</p> : null}
      <ul className="uses">
        {messages.map(({ number, title }) => (
          <li key={number}>
            <a href={`${base}/messages/${number}`}>
              Message {number}, {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
