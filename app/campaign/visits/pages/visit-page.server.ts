import { redirect } from "@remix-run/node";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { clashWordsAt } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { explainHandling } from "#app/text/handling.ts";
import { cityOf, dayInProse, formatDay, takenInWords } from "#app/time/format.ts";
import { type CalendarDate, dayOf, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { holdersInWords, holdersOf } from "../copies/programme-version.ts";
import { recordProgrammeCopies } from "../copies/store.server.ts";
import { closedOnTheDay } from "../deadlines/deadline-day.ts";
import { dueDeadlines } from "../deadlines/deadlines.ts";
import { checkWhoGoes } from "../members/who-goes.ts";
import { hoursOfVisit, programmeDays } from "../programme.ts";
import {
  homeTime,
  type ItemState,
  itemState,
  madeOfWords,
  startOfItem,
  whenInWords,
} from "../programme-words.ts";
import type { VisitItem, VisitRecord } from "../store.server.ts";
import { dayOfVisit } from "../visit-days.ts";
import { headOf, isPaperCleared, programmePath, targetHere, visitHere } from "../visit-here.server.ts";
import { itemView } from "./item-view.ts";

/** The programme of a visit with who goes where, what is due when, and who holds it. */
export async function visitPage(arrival: CampaignArrival) {
  const { campaign, account, home, now, today, may, url } = arrival;
  const visit = await visitHere(arrival);
  const { event, days, members, items, parts, copies } = visit;
  const states = await itemStates(arrival, visit);
  const head = headOf(visit);
  const holders = holdersOf(copies, head.hash);
  const taking = items.filter((item) => item.takesPlace);
  const over = taking.filter(({ kind, endsAt }) => kind !== "internal" && endsAt <= now);
  const around = { days, home, now };
  const prepared = { programmeNumber: head.number, items: items.map((item) => preparedItem(item, states)) };
  return {
    ...head,
    when: whenInWords(days, hoursOfVisit(items), home.homeZone, today),
    handlingWords: explainHandling(head.handling),
    campaignName: campaign.name,
    own: addressOf.event(campaign.id, event.id),
    here: programmePath(campaign.id, event.id),
    calendar: `${addressOf.calendar(campaign.id)}?view=week&date=${event.day}`,
    dayWords: formatDay(days.first, today),
    isSeveralDays: days.first !== days.last,
    mayWrite: may("write"),
    homeCity: cityOf(home.homeZone),
    isMovable: event.schedule !== "cancelled" && event.result === "planned",
    isPrintedNow: url.searchParams.get("print") === "yes",
    programme: rowsByDay(visit, states, { homeZone: home.homeZone, now, today, mayWrite: may("write") }),
    members,
    parts,
    columns: taking.map((item) => ({ id: item.id, title: item.title, time: startOfItem(item) })),
    check: checkWhoGoes(members, taking, parts),
    todayIs: dayOfVisit(days, today),
    deadlines: dueDeadlines(visit.deadlines, prepared, around).map((deadline) => ({
      ...deadline,
      madeOf: madeOfWords(deadline.kind, over),
    })),
    visitDay: { words: formatDay(days.first, today), closed: closedOnTheDay(days.first, home) },
    holdersWords: holdersInWords(holders),
    printed: takenInWords("Printed", account.name, now, home.homeZone),
  };
}

export type VisitPage = Awaited<ReturnType<typeof visitPage>>;

type Visit = Awaited<ReturnType<typeof visitHere>>;
type Around = { homeZone: Zone; now: Date; today: CalendarDate; mayWrite: boolean };
type States = Awaited<ReturnType<typeof itemStates>>;

function preparedItem(item: Visit["items"][number], states: States) {
  return {
    title: item.title,
    takesPlace: item.takesPlace,
    endsAt: item.endsAt,
    hasPlanB: item.planB !== "",
    isAtRisk: states.get(item.id)?.state === "at risk",
    isPaperCleared: isPaperCleared(item),
  };
}

function rowsByDay(visit: Visit, states: States, around: Around) {
  return programmeDays(visit.items).map(({ day, rows }) => ({
    day: dayInProse(day, around.today),
    rows: rows.map((row) =>
      row.row === "free"
        ? { row: "free" as const, ...clocksOf(row, around) }
        : {
            row: "item" as const,
            ...itemView(row.item, { visit, ...around, state: states.get(row.item.id) ?? null }),
          },
    ),
  }));
}

function clocksOf(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { homeZone, today }: Pick<Around, "homeZone" | "today">,
) {
  return {
    washington: `${timeIn(startsAt, WASHINGTON)}–${timeIn(endsAt, WASHINGTON)}`,
    home: homeTime(startsAt, homeZone, today),
  };
}

/** How each item of a visit stands now, by the id of the item. */
async function itemStates(
  arrival: CampaignArrival,
  { items, days }: VisitRecord,
): Promise<ReadonlyMap<string, ItemState>> {
  const held = items.map(({ day }) => day).sort();
  const [first, last] = [held[0] ?? days.first, held.at(-1) ?? days.last];
  const sessionDays = await listSessionDays(arrival.database.read, first, last);
  const states = items.map(async (item) => {
    const clashes = [...offDays(item, days, arrival.today), ...(await clashesOf(arrival, item))];
    const risks = { chambers: item.chambers, day: item.day, sessionDays, clashes };
    return [item.id, itemState(item, risks)] as const;
  });
  return new Map(await Promise.all(states));
}

/** Nobody plans a meeting of a visit outside its days: one of the two was moved without the other. */
function offDays(
  { wallStart }: VisitItem,
  { first, last }: VisitRecord["days"],
  today: CalendarDate,
): string[] {
  const day = dayOf(wallStart);
  return day >= first && day <= last ? [] : [`On ${formatDay(day, today)}, which is not a day of the visit`];
}

async function clashesOf(arrival: CampaignArrival, item: VisitItem): Promise<string[]> {
  if (!item.takesPlace) return [];
  const event = await findEvent(arrival.database.read, arrival.campaign.id, item.eventId);
  const words = event === null ? null : await clashWordsAt(arrival, event, event);
  return words === null ? [] : [words];
}

/** Records that the reader prints the programme as it stands, and leads back to it ready to be printed. */
export async function printProgramme(arrival: CampaignArrival & Sent): Promise<Response> {
  const { account, database, author, submission } = arrival;
  const visit = await visitHere(arrival);
  const { number, hash } = headOf(visit);
  const target = targetHere(arrival);
  const summary = `Printed version ${number} of the programme`;
  await database.change(author, submission, (change) =>
    recordProgrammeCopies(change, target, { number, hash, holders: [account.name], summary }),
  );
  return redirect(`${target.location}?print=yes`, 303);
}
