import { useLoaderData } from "@remix-run/react";
import { listFilterChoices } from "#app/campaign/campaigns/choices.server.ts";
import { messageOption } from "#app/campaign/campaigns/choices.ts";
import styles from "#app/campaign/outcomes/outcomes.css?url";
import { addressOf } from "#app/http/addresses.ts";
import { namedOption, withPresent } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { EndOrReinstate } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { Reception } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { listChanges } from "#db/history.server.ts";
import { feedbackLabel, varianceMultiplierOf } from "../feedback.ts";
import { feedbackRecord } from "../record.ts";
import { findFeedback, listPeopleOfAudiences, removeFeedback, type StoredFeedback } from "../store.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Reaction");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, database, may } = arrival;
  const feedback = await feedbackHere(arrival);
  return {
    base: `/c/${campaign.id}`,
    own: addressOf.feedback(campaign.id, feedback.id),
    feedback,
    changes: await listChanges(database.read, "feedback", feedback.id),
    mayWrite: may("write"),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { id } = await feedbackHere(arrival);
  const target = { campaignId: arrival.campaign.id, feedbackId: id };
  const asked = { ok: true as const, value: undefined };
  return save(
    arrival,
    asked,
    (change) => removeFeedback(change, target),
    () => ({}),
  );
});

const LABELS = { ...feedbackRecord.columns, recorded_by: "Recorded by" };

export default function FeedbackRecord() {
  const { base, own, feedback, changes, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={`${feedbackLabel(feedback.kind)}, ${feedback.audience}`}
        sub={formatDay(feedback.day, useToday())}
        crumbs={[
          { label: "Outcomes", to: `${base}/outcomes` },
          { label: "Reactions", to: `${base}/feedback` },
          "Reaction",
        ]}
        next={mayWrite ? { label: "Edit", to: `${own}/edit` } : null}
      />
      <div className="stack">
        <p className="outcome-said">{feedback.words}</p>
        <FactList facts={factsOf(feedback, base)} />
        {mayWrite ? <EndOrReinstate action={own} end="Delete" /> : null}
        <section className="noprint">
          <h2>History</h2>
          <History changes={changes} labels={LABELS} />
        </section>
      </div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["feedback"];

function factsOf(feedback: Shown, base: string) {
  const { message, audience, audienceId, contact, contactId, score, kind, link, recordedBy } = feedback;
  return [
    {
      label: "Message",
      value: <a href={`${base}/messages/${message.number}`}>{`${message.number} ${message.title}`}</a>,
    },
    { label: "Audience", value: <a href={`${base}/audiences/${audienceId}`}>{audience}</a> },
    {
      label: "Person",
      value: contactId === null ? null : <a href={`${base}/contacts/${contactId}`}>{contact}</a>,
    },
    { label: "Reception", value: <Reception score={score} /> },
    {
      label: "Weight",
      value: weightInWords(varianceMultiplierOf(kind)),
    },
    {
      label: "Where it is published",
      value:
        link === "" ? null : (
          <a href={link} rel="noreferrer">
            {link}
          </a>
        ),
    },
    { label: "Recorded by", value: recordedBy },
  ];
}

/** The reaction that the address names; another campaign's is not there. */
export async function feedbackHere({ params, campaign, database }: CampaignArrival): Promise<StoredFeedback> {
  return (await findFeedback(database.read, campaign.id, params.feedback ?? "")) ?? notFound();
}

/** What a reaction of this campaign can be about and whose it can be; people stand under their audience. */
export async function feedbackChoices(
  { database, campaign }: CampaignArrival,
  present: StoredFeedback | null,
) {
  const [{ messages, audiences }, people] = await Promise.all([
    listFilterChoices(database.read, campaign.id),
    listPeopleOfAudiences(database.read, campaign.id),
  ]);
  const names = new Map(audiences.map(({ id, name }) => [id, name]));
  const own = present === null ? NOTHING : optionsOf(present);
  return {
    message: withPresent(messages.map(messageOption), own.message),
    audience: withPresent(audiences.map(namedOption), own.audience),
    contact: withPresent(
      people.rows.map(({ id, name, audienceId }) => ({
        value: id,
        label: `${name}, ${names.get(audienceId) ?? ""}`,
      })),
      own.contact,
    ),
    peopleCutAt: people.cutAt,
  };
}

const NOTHING = { message: [], audience: [], contact: [] };

/** What the reaction is about and whose it is, as the lists would offer it. */
function optionsOf({ messageId, message, audienceId, audience, contactId, contact }: StoredFeedback) {
  return {
    message: [messageOption({ id: messageId, ...message })],
    audience: [namedOption({ id: audienceId, name: audience })],
    contact: contactId === null ? [] : [namedOption({ id: contactId, name: contact ?? "" })],
  };
}

/** By how much it counts, told from the factor on its variance. */
function weightInWords(multiplier: number): string {
  if (multiplier === 1) return "Counts as much as a rating from a meeting";
  if (multiplier < 1)
    return `Counts ${multiplier === 0.5 ? "twice" : `${1 / multiplier} times`} as much as a rating from a meeting`;
  return `Counts ${multiplier === 2 ? "half" : multiplier === 3 ? "a third" : `1/${multiplier}`} as much as a rating from a meeting`;
}
