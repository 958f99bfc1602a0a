import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { mailStateOf } from "#app/http/environment.ts";
import { paragraphs } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notAllowed,
  notFound,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { holderOf } from "../held.server.ts";
import { explainHoldRefusal, mayPlaceHold } from "../hold.ts";
import { listAffected } from "../hold-affected.server.ts";
import { findMessageToHold } from "../hold-records.server.ts";
import { markedInWords } from "../hold-words.ts";
import { listHoldsOnMessages } from "../marked-by-holds.server.ts";
import { placeMessageHold } from "../store.server.ts";
import { isSent } from "../what-a-hold-marks.ts";
import styles from "./holds.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Place a hold");

const messageHere = async ({ database, campaign, params }: CampaignArrival) =>
  (await findMessageToHold(database.read, campaign.id, params.number ?? "")) ?? notFound();

export const loader = campaignPage("read", async (arrival) => {
  const { database, campaign, context, now, kept } = arrival;
  const message = await messageHere(arrival);
  const { papers, events } = await listAffected(database.read, campaign.id, message.id, now);
  const holds = await listHoldsOnMessages(database.read, [message.id]);
  const posts = events.filter(({ kind }) => kind === "social post").length;
  const meetings = events.filter(({ kind }) => !isSent(kind)).length;
  const counts = {
    papers: papers.length,
    events: meetings,
    posts,
    letters: events.length - meetings - posts,
  };
  return {
    base: `/c/${campaign.id}`,
    message: { number: message.number, title: message.title, statement: message.statement },
    marked: papers.length + events.length === 0 ? null : markedInWords(counts),
    lying: holds.get(message.id)?.[0]?.id ?? null,
    mayPlace: mayPlaceHold(holderOf(arrival)),
    isMailOn: mailStateOf(context.settings) !== null,
    kept,
  };
});

const schema = z.object({ reason: paragraphs(2_000, "Write the reason") });

export const action = campaignAction("read", async (arrival) => {
  const { form, campaign } = arrival;
  const message = await messageHere(arrival);
  const by = holderOf(arrival);
  if (!mayPlaceHold(by)) notAllowed(explainHoldRefusal("not-a-clearer"));
  return save(
    arrival,
    readForm(form, schema),
    (change, { reason }) => {
      const target = { campaignId: campaign.id, message };
      return placeMessageHold(change, target, { by, reason, handling: campaign.handling });
    },
    ({ reason }) => explainHoldRefusal(reason),
  );
});

export default function PlaceHold() {
  const { base, message, marked, lying, mayPlace, isMailOn, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={`Place a hold on message ${message.number}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${message.number}`, to: `${base}/messages/${message.number}` },
          "Place a hold",
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <p className="hold-lede">{message.statement}</p>
      <p className="hold-paragraph">
        While a hold is in place, nothing that uses the message can go out as cleared.{" "}
        {marked === null ? (
          "Nothing uses it at present."
        ) : lying !== null || !mayPlace ? null : (
          <>
            Placing the hold will immediately affect <b>{marked}</b>.{" "}
            {isMailOn
              ? "The people responsible will be told by e-mail."
              : "Mail is off, so the people responsible will not be told by e-mail: tell them yourself."}
          </>
        )}
      </p>
      {lying === null ? null : (
        <p>
          This message is already on hold. <a href={`${base}/holds/${lying}`}>See the hold</a>
        </p>
      )}
      {mayPlace && (lying === null || refused) ? (
        <FormFrame>
          <TextArea
            name="reason"
            label="Reason"
            hint="What has happened, and what might be read as a response to it"
            value={typedValue(refused?.values ?? kept, "reason", "")}
            error={refused?.errors.reason}
            rows={3}
          />
          <p className="save">
            <Submit look="primary">Place the hold</Submit>
            <Cancel to={`${base}/messages/${message.number}`} />
          </p>
        </FormFrame>
      ) : null}
      {mayPlace ? null : <p className="note">{explainHoldRefusal("not-a-clearer")}</p>}
    </>
  );
}
