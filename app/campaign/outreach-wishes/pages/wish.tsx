import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { optionalLine } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDuration } from "#app/time/format.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { ButtonForm, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { wishRecord } from "../record.ts";
import { abandonWish, takeUpWish } from "../store.server.ts";
import { explainWishRefusal } from "../wish.ts";
import { readWishView, type WishView, wishHere, wishTarget } from "./wish-view.server.ts";

const schema = z.object({
  act: z.enum(["drop", "put-back"], { error: "Choose what to do" }),
  reason: optionalLine(300),
});

/** Drops a wish with its reason, or puts it back among those to place. */
async function wishAct(arrival: CampaignArrival & Sent) {
  const target = wishTarget(arrival, await wishHere(arrival));
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { act, reason }) =>
      act === "drop" ? abandonWish(change, target, reason) : takeUpWish(change, target),
    ({ reason }) => {
      const said = explainWishRefusal(reason);
      return reason === "no-reason-given" ? { reason: said } : `${said}.`;
    },
  );
}

export const meta = ({ data }: { data: WishView | undefined }) =>
  pageTitle(data?.wish.title ?? "Unscheduled");

export const loader = campaignPage("read", readWishView);
export const action = campaignAction("write", wishAct);

const LABELS = { ...wishRecord.columns, minutes: "Minutes", dropped_reason: "Why it was discarded" };

export default function WishPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { wish, base, mayWrite } = view;
  const own = `${base}/wishes/${wish.id}`;
  const isOpen = wish.state === "to place";
  const edit = { label: "Edit", to: `${own}/edit` };
  return (
    <>
      <PageHead
        title={wish.title}
        sub={<StateOfWish view={view} />}
        crumbs={[{ label: "Unscheduled", to: `${base}/calendar?view=to-place` }, wish.title]}
        acts={
          mayWrite && isOpen ? (
            <a className="button" href={edit.to}>
              {edit.label}
            </a>
          ) : null
        }
        next={mayWrite ? (isOpen ? { label: "Find a slot", to: `${own}/slot` } : edit) : null}
      />
      <ErrorSummary errors={refused?.errors} form="drop" />
      <Facts wish={wish} />
      {mayWrite && isOpen ? (
        <FormFrame id="drop" action={own} className="form noprint">
          <input type="hidden" name="act" value="drop" />
          <TextInput
            name="reason"
            label="Why you are discarding it"
            value={typedValue(refused?.values, "reason", "")}
            error={refused?.errors.reason}
            autoComplete="off"
          />
          <Submit look="danger">Discard</Submit>
        </FormFrame>
      ) : null}
      {mayWrite && (wish.state === "dropped" || wish.state === "fell through") ? (
        <ButtonForm action={own} fields={{ act: "put-back" }} label="Reinstate" />
      ) : null}
      <section aria-labelledby="history" className="noprint">
        <h2 id="history">History</h2>
        <History changes={view.changes} labels={LABELS} />
      </section>
    </>
  );
}

function StateOfWish({ view: { wish, base, bestBy } }: { view: WishView }) {
  if (wish.placedIn !== null) {
    return (
      <>
        {wish.state === "placed" ? "Scheduled" : "The event did not take place"}:{" "}
        <a href={`${base}/events/${wish.placedIn.id}`}>{wish.placedIn.title}</a>
      </>
    );
  }
  if (wish.state === "dropped") return <State kind="off">Discarded: {wish.droppedReason}</State>;
  return (
    <>
      Unscheduled{bestBy === null ? "" : ", "}
      {bestBy === null ? null : bestBy.near === "later" ? (
        bestBy.words
      ) : (
        <State kind={bestBy.near === "past" ? "bad" : "warn"}>{bestBy.words}</State>
      )}
    </>
  );
}

function Facts({ wish }: { wish: WishView["wish"] }) {
  const { kind, minutes, audiences, messages, owner, note } = wish;
  const facts = [
    { label: "Kind", value: kindLabel(kind) },
    { label: "Length", value: minutes === null ? "The usual length" : formatDuration(minutes) },
    { label: "Owner", value: owner?.name ?? "No one yet" },
    { label: "Audiences", value: audiences.map(({ name }) => name).join("; ") || "None" },
    {
      label: "Messages",
      value:
        messages.length === 0
          ? "None"
          : messages.map(({ id, number, title }) => (
              <span key={id}>
                <MessageNumber n={number} /> {title}
              </span>
            )),
    },
  ];
  return <FactList facts={note === "" ? facts : [...facts, { label: "Note", value: note }]} />;
}
