import { z } from "zod";
import { calendarDay, identifier } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { checkRead, type Read, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { explainDateRefusal } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { explainDueRefusal, isDueAfter } from "../due-date.ts";
import { type FollowUp, findEventOfFollowUps, findFollowUp } from "../lists.server.ts";
import { followUpRecord, promiseRecord } from "../record.ts";
import { addFollowUp, changeFollowUp, postponeFollowUp, tickFollowUp } from "../store.server.ts";

type Arrival = CampaignArrival & Sent;

const acts = z.discriminatedUnion("act", [
  z.object({ act: z.literal("tick"), followUp: identifier }),
  z.object({ act: z.literal("reopen"), followUp: identifier }),
  z.object({
    act: z.literal("postpone"),
    followUp: identifier,
    dueOn: calendarDay("Enter the date in this form: 12 Nov 2026", explainDateRefusal("year-out-of-range")),
  }),
]);

const NOT_A_COLLEAGUE = { owner: "Choose one from the list" };

/** Ticks, reopens, postpones or changes one promise, as the button in its row says. */
export async function answerFollowUp(arrival: Arrival) {
  if (arrival.form.get("act") === "change") return changeOne(arrival);
  return save(
    arrival,
    readForm(arrival.form, acts),
    (change, sent) => {
      const target = targetOf(arrival, sent.followUp);
      return sent.act === "postpone"
        ? postponeFollowUp(change, target, sent.dueOn)
        : tickFollowUp(change, target, sent.act === "tick");
    },
    () => ({}),
  );
}

async function changeOne(arrival: Arrival) {
  const { id, event } = await followUpHere(arrival);
  return save(
    arrival,
    dueAfter(followUpRecord.read(arrival.form, arrival.today), event?.day ?? null, arrival),
    (change, { text, owner, by }, version) =>
      changeFollowUp(change, targetOf(arrival, id), { text, ownerAccountId: owner, dueOn: by }, version),
    () => NOT_A_COLLEAGUE,
    async () => {
      const theirs = await followUpHere(arrival);
      const { text, owner, dueOn } = theirs;
      const values = followUpRecord.typed({ text, owner: owner?.id, by: dueOn });
      return { ...theirs, kind: "follow-up" as const, values };
    },
  );
}

async function followUpHere({ database, campaign, form }: Arrival): Promise<FollowUp> {
  return (await findFollowUp(database.read, campaign.id, String(form.get("followUp")))) ?? notFound();
}

/** Writes down a promise that was made at the event, or after it. */
export async function addToEvent(arrival: Arrival) {
  const { database, campaign, params, url } = arrival;
  const event = (await findEventOfFollowUps(database.read, campaign.id, params.event ?? "")) ?? notFound();
  const of = { campaignId: campaign.id, eventId: event.id, location: url.pathname };
  return save(
    arrival,
    dueAfter(promiseRecord.read(arrival.form, arrival.today), event.day, arrival),
    (change, { text, promisedBy, owner, by }) =>
      addFollowUp(change, of, { text, promisedBy, ownerAccountId: owner, dueOn: by, contactId: null }),
    () => NOT_A_COLLEAGUE,
  );
}

/** What was read of a promise; it is due after the meeting where it was made. */
function dueAfter<Promised extends { by: CalendarDate }>(
  read: Read<Promised>,
  eventDay: CalendarDate | null,
  { home }: Arrival,
): Read<Promised> {
  const country = { country: home.homeCountry, city: home.homeCity };
  const said = explainDueRefusal("due-not-after-event", eventDay, country);
  return checkRead(read, ({ by }): FieldErrors => (isDueAfter(by, eventDay) ? {} : { by: said }));
}

/** The promise, and the list as it was looked at, without the row that was open. */
function targetOf({ campaign, url }: Arrival, followUpId: string) {
  const view = url.searchParams.get("view");
  const location = view === "mine" || view === "theirs" ? `${url.pathname}?view=${view}` : url.pathname;
  return { campaignId: campaign.id, followUpId, location };
}
