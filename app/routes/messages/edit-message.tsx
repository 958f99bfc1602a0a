import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isSameText } from "#app/domain/messages/message-revision.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { editMessage } from "#db/queries/message-acts.server.ts";
import { linksOfMessage } from "#db/queries/message-list.server.ts";
import { EditForm } from "./edit-form.tsx";
import { codesChosen, readMessageChoices, strangersAmong } from "./message-choices.server.ts";
import { readMessageForm } from "./message-form.server.ts";
import { MessageFields } from "./message-form.tsx";
import { messageHere } from "./message-view.server.ts";

export const meta = () => pageTitle("New wording");

export const loader = campaignPage("write", async (arrival) => {
  const { message, choices, values, links } = await readEdited(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    number: message.number,
    choices,
    links,
    values: arrival.kept ?? values,
  };
});

async function readEdited(arrival: CampaignArrival) {
  const message = await messageHere(arrival);
  const choices = await readMessageChoices(arrival, message);
  const proofPoints = codesChosen(choices.proofPoints, message.proofPointIds.length);
  const objections = codesChosen(choices.objections, message.objectionIds.length);
  const { title, statement, talkingPoint, avoid, note } = message.newest;
  const texts = { title, statement, talkingPoint, avoid, note };
  const values = {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
    effectiveFrom: [message.effectiveFrom ? formatDate(message.effectiveFrom) : ""],
    effectiveUntil: [message.effectiveUntil ? formatDate(message.effectiveUntil) : ""],
    proofPoints,
    objections,
    version: [String(message.version)],
  };
  return { message, choices, values, texts, links: linksOfMessage(message) };
}

const seenSchema = z.object({ version, links: z.string().max(20_000).default("") });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const seen = readForm(form, seenSchema);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const { message, choices, values, texts } = await readEdited(arrival);
  const read = readMessageForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const { proofPoints, objections } = read.message;
  const strangers = strangersAmong({ proofPoints, objections }, choices);
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  if (read.reason === "" && !isSameText(message.newest, read.message)) {
    return refuseForm(form, { reason: "Say why, for those who read the revisions later" });
  }
  const edited = await database.change(author, submission, (change) =>
    editMessage(change, campaign.id, { ...read.message, number: message.number }, read.reason, seen.value),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const theirs = {
    ...texts,
    proofPoints: values.proofPoints.join(", "),
    objections: values.objections.join(", "),
  };
  return refuseStale(
    form,
    await staleRecord(database, { kind: "key message", id: message.id, version: message.version }, theirs),
  );
});

const LABELS = {
  title: "Title",
  statement: "Statement",
  talkingPoint: "Talking point",
  avoid: "Avoid",
  note: "Note for our own side",
  proofPoints: "Proof points",
  objections: "Objections",
};

export default function EditMessage() {
  const { base, number, choices, links, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const own = `${base}/messages/${number}`;
  const typed = refused?.values ?? values;
  return (
    <>
      <PageHead
        title={`New wording for message ${number}`}
        sub="Saving other words makes a new revision, which begins as a draft. The cleared one stays in use until the new one is cleared."
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: `Message ${number}`, to: own },
          { label: "New wording", to: null },
        ]}
      />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={LABELS} keepTheirs={`${own}/edit`} />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      <EditForm
        action={`${own}/edit`}
        version={Number(typedValue(typed, "version", ""))}
        links={refused && refused.stale === null ? typedValue(typed, "links", links) : links}
        leaveTo={own}
      >
        <MessageFields values={typed} errors={refused?.errors ?? {}} choices={choices} asksReason />
      </EditForm>
    </>
  );
}
