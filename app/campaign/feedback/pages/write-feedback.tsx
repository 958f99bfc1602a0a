import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { cutInWords } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { explainFeedbackRefusal } from "../feedback.ts";
import { feedbackRecord } from "../record.ts";
import { addFeedback, editFeedback, type StoredFeedback } from "../store.server.ts";
import { feedbackChoices, feedbackHere } from "./feedback-record.tsx";

export const meta = ownTitle;

/** The reaction that is edited; null where one is recorded. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.feedback === undefined ? null : await feedbackHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  const { campaign, today, url, kept } = arrival;
  const { peopleCutAt, ...choices } = await feedbackChoices(arrival, present);
  const asked = Object.fromEntries(url.searchParams);
  return {
    title: present === null ? "Record a reaction" : "Edit the reaction",
    list: addressOf.feedbackList(campaign.id),
    present,
    choices,
    peopleCutAt,
    values: kept ?? (present === null ? usual(asked, today) : typedOf(present)),
  };
});

const usual = ({ message, audience, contact }: Record<string, string>, day: CalendarDate) =>
  feedbackRecord.typed({ day, message, audience, contact });

const typedOf = ({ messageId, audienceId, contactId, ...feedback }: StoredFeedback) =>
  feedbackRecord.typed({ ...feedback, message: messageId, audience: audienceId, contact: contactId });

export const action = campaignAction("write", async (arrival) => {
  const present = await presentIn(arrival);
  const target = { campaignId: arrival.campaign.id, feedbackId: present?.id ?? "" };
  return save(
    arrival,
    feedbackRecord.read(arrival.form, arrival.today),
    (change, typed, version) =>
      version === null
        ? addFeedback(change, target.campaignId, typed)
        : editFeedback(change, target, typed, version),
    ({ field, reason }) => ({ [field]: explainFeedbackRefusal(reason) }),
    present &&
      (async () => {
        const theirs = await feedbackHere(arrival);
        return { ...theirs, kind: "feedback" as const, values: typedOf(theirs) };
      }),
  );
});

const PEOPLE = { which: "first people by audience", others: "Name anyone else in the text." };

export default function WriteFeedback() {
  const { title, list, present, choices, peopleCutAt, values } = useLoaderData<typeof loader>();
  const own = present === null ? list : `${list}/${present.id}`;
  const here = present === null ? ["New"] : [{ label: "Reaction", to: own }, "Edit"];
  const whose = `The person in that audience from whom it came, if any. ${cutInWords(peopleCutAt, PEOPLE)}`;
  return (
    <RecordPage
      of={feedbackRecord}
      head={{ title, crumbs: [{ label: "Reactions", to: list }, ...here] }}
      refused={useActionData<typeof action>()}
      choices={choices}
      hints={{ contact: whose.trim() }}
      values={values}
      version={present?.version ?? null}
      action={present === null ? `${list}/new` : `${own}/edit`}
      leave={own}
      save={present === null ? "Record reaction" : "Save"}
    />
  );
}
