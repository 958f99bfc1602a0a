import { z } from "zod";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { eventChoices } from "#app/campaign/campaigns/choices.ts";
import { linkOutsideError, readEventForm } from "#app/campaign/outreach-events/event-form.server.ts";
import { identifier } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate, formatDay, formatDayAndTime } from "#app/time/format.ts";
import { dayOf, type Zone } from "#app/time/wall-time.ts";
import { listEventsToTakeIn, planItem, takeIn } from "../items.server.ts";
import { itemFaults, itemRecord } from "../record.ts";
import { programmePath, targetHere, visitHere } from "../visit-here.server.ts";

/** What can go into the programme: events of its days that stand alone, and a new meeting with what is known of it. */
export async function newItemPage(arrival: CampaignArrival) {
  const { campaign, account, database, kept, today } = arrival;
  const { event, days, items } = await visitHere(arrival);
  const [choices, inCalendar] = await Promise.all([
    listEventChoices(database.read, campaign.id),
    listEventsToTakeIn(database.read, campaign.id, days),
  ]);
  const last = items.filter(({ takesPlace }) => takesPlace).at(-1);
  const day = last === undefined ? days.first : dayOf(last.wallStart);
  const isOfVisit = day >= days.first && day < addDays(days.last, 1);
  return {
    here: programmePath(campaign.id, event.id),
    title: event.title,
    choices: eventChoices(choices),
    inCalendarCutAt: inCalendar.cutAt,
    inCalendar: inCalendar.rows.map(({ id, title, startsAt, day: on, isAllDay }) => ({
      id,
      title,
      when: isAllDay ? `${formatDay(on, today)}, all day` : formatDayAndTime(startsAt, today),
    })),
    values: kept ?? {
      date: [formatDate(isOfVisit ? day : days.first)],
      kind: ["office call"],
      schedule: ["tentative"],
      groundRule: ["background"],
      zone: [event.zone],
      handling: [event.handling],
      owner: [event.owner?.id ?? account.id],
    },
  };
}

/** Plans a meeting in the programme, or takes in one that is in the calendar. */
export async function addItem(arrival: CampaignArrival & Sent) {
  const { event } = await visitHere(arrival);
  return arrival.form.get("act") === "take" ? take(arrival) : plan(arrival, event.zone);
}

const taking = z.object({ event: identifier });

function take(arrival: CampaignArrival & Sent) {
  return save(
    arrival,
    readForm(arrival.form, taking),
    (change, { event }) => takeIn(change, targetHere(arrival), event),
    () => "That event is already in a programme, or is itself a visit",
  );
}

function plan(arrival: CampaignArrival & Sent, zone: Zone) {
  return save(
    arrival,
    checkRead(readPlan(arrival, zone), ({ event }) =>
      event.kind === "delegation visit" ? { kind: "A visit cannot be an item in another visit" } : {},
    ),
    (change, { event, item }) => planItem(change, targetHere(arrival), event, item),
    ({ field }) => linkOutsideError(field),
  );
}

/** The event and what the programme keeps beside it: everything that is wrong with both at once. */
function readPlan({ form, today }: CampaignArrival & Sent, zone: Zone) {
  const event = readEventForm(form, zone, today);
  const item = checkRead(itemRecord.read(form, today), itemFaults);
  if (event.ok && item.ok) return { ok: true as const, value: { event: event.details, item: item.value } };
  const errors = { ...(event.ok ? {} : event.errors), ...(item.ok ? {} : item.errors) };
  return { ok: false as const, errors };
}
