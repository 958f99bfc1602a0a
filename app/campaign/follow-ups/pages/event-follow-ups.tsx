import { useActionData, useLoaderData } from "@remix-run/react";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { formatDate, formatDay } from "#app/time/format.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { dueUnlessTyped } from "../due-date.ts";
import { findEventOfFollowUps, listFollowUpsOfEvent } from "../lists.server.ts";
import { promiseRecord } from "../record.ts";
import { addToEvent, answerFollowUp } from "./answer-follow-up.server.ts";
import { FollowUpGroups } from "./follow-up-groups.tsx";
import styles from "./follow-ups.css?url";
import { groupFollowUps } from "./grouped-follow-ups.ts";

export const meta = () => pageTitle("Event follow-ups");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage(
  "read",
  async ({ database, campaign, params, account, home, today, url, may, kept }) => {
    const event = await findEventOfFollowUps(database.read, campaign.id, params.event ?? "");
    if (event === null) notFound();
    const [followUps, choices] = await Promise.all([
      listFollowUpsOfEvent(database.read, event.id),
      listEventChoices(database.read, campaign.id),
    ]);
    const country = { country: home.homeCountry, city: home.homeCity };
    return {
      event: { ...event, campaignId: campaign.id },
      groups: groupFollowUps(followUps, today, country),
      colleagues: choices.colleagues,
      accountId: account.id,
      usual: formatDate(dueUnlessTyped(event.day, today, country)),
      changes: (url.searchParams.get("change") ?? "").slice(0, 128),
      mayWrite: may("write"),
      kept,
    };
  },
);

export const action = campaignAction("write", async (arrival) =>
  arrival.form.get("act") === "add" ? addToEvent(arrival) : answerFollowUp(arrival),
);

export default function EventFollowUps() {
  const { event, groups, colleagues, accountId, usual, changes, mayWrite, kept } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const base = `/c/${event.campaignId}`;
  const own = `${base}/events/${event.id}`;
  const isAdding = refused?.values.act?.[0] === "add";
  return (
    <>
      <PageHead
        title="What was promised"
        sub={`${event.title}, ${formatDay(event.day, useToday())}`}
        crumbs={[{ label: event.title, to: own }, "Follow-ups"]}
      />
      <ErrorSummary errors={refused?.errors} form={isAdding ? "add" : `change-${changes}`} />
      {groups.length === 0 ? <Empty text="Nothing promised." /> : null}
      <FollowUpGroups
        groups={groups}
        place={{ here: `${own}/follow-ups`, base, mayWrite }}
        changes={changes}
        changing={{ colleagues, refused: isAdding ? null : refused, kept }}
      />
      {mayWrite ? (
        <section aria-labelledby="another" className="due-group">
          <h2 id="another">Another promise</h2>
          <AddForm
            values={isAdding ? (refused?.values ?? null) : null}
            errors={isAdding ? (refused?.errors ?? {}) : {}}
            colleagues={colleagues}
            accountId={accountId}
            usual={usual}
          />
        </section>
      ) : null}
    </>
  );
}

function AddForm({
  values,
  errors,
  colleagues,
  accountId,
  usual,
}: {
  values: FormValues | null;
  errors: FieldErrors;
  colleagues: readonly { id: string; name: string }[];
  accountId: string;
  usual: string;
}) {
  const typed = values ?? { ...promiseRecord.typed({ promisedBy: "us", owner: accountId }), by: [usual] };
  return (
    <FormFrame id="add" className="form in-a-row">
      <input type="hidden" name="act" value="add" />
      <Fields
        of={promiseRecord}
        values={typed}
        errors={errors}
        choices={{ owner: colleagues.map(({ id, name }) => ({ value: id, label: name })) }}
        own={{
          by: <TextInput name="by" label="By" value={typed.by?.[0]} error={errors.by} autoComplete="off" />,
        }}
      />
      <div className="save">
        <Submit look="primary">Save</Submit>
      </div>
    </FormFrame>
  );
}
