import { z } from "zod";
import { programmeHash } from "#app/campaign/visits/copies/programme-version.ts";
import { recordProgrammeCopies } from "#app/campaign/visits/copies/store.server.ts";
import { dueDay } from "#app/campaign/visits/deadlines/deadline-day.ts";
import { addDeadline, editDeadline, tickDeadline } from "#app/campaign/visits/deadlines/store.server.ts";
import { editItem, saveWhoGoes, takeIn } from "#app/campaign/visits/items.server.ts";
import { addMember } from "#app/campaign/visits/members/store.server.ts";
import { PARTS } from "#app/campaign/visits/members/who-goes.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import type { VisitTarget } from "#app/campaign/visits/target.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import type { Change } from "#db/change.server.ts";
import { dayOfVisit } from "../make-sample.ts";
import { list, number, sampleTable, words, wordsOrNone, yesOrNo } from "../read-sample-data.ts";
import { workingDayAgo } from "../sample-days.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { type Answer, act, atNoon, type Scribe } from "./scribe.server.ts";

/** Who comes with the minister, in the order of precedence. The minister is an office, not a person. */
const MEMBERS = sampleTable(
  "visit-members.csv",
  z.strictObject({ name: words, title: words, account: wordsOrNone }),
);

/** What the programme says of each meeting, and who goes: one part for each member, in their order. */
const ITEMS = sampleTable(
  "visit-items.csv",
  z.strictObject({
    event: words,
    host: words,
    note: words,
    planB: words,
    planBNote: words,
    // Whether plan B is decided three days before.
    isDecided: yesOrNo,
    parts: list.pipe(z.array(z.enum([...PARTS, "-"]))),
  }),
);

/** Who sees to which of the usual deadlines, by the day; one with a title of its own is ours, and behind us. */
const DEADLINES = sampleTable(
  "visit-deadlines.csv",
  z.strictObject({ days: number, ownTitle: words, owner: words, note: words }),
);

/** Who holds the programme: those of the newest version, and those who still have the one before. */
const HOLDERS = sampleTable("visit-copies.csv", z.strictObject({ holder: words, version: number }));

/** How many days ago it was drawn up, and a deadline of ours met. */
const DRAWN_UP = 9;
const MET = 5;
const NEWEST = 4;

type Programme = { scribe: Scribe; target: VisitTarget };

/** The programme of the minister's visit: who comes, what is planned, what is due when, and who holds it. */
export async function writeVisit(scribe: Scribe): Promise<void> {
  const eventId = scribe.idOf("event", "visit");
  const location = addressOf.programme(AUTONOMY, eventId);
  const programme = { scribe, target: { campaignId: AUTONOMY, eventId, location } };
  await writeMembers(programme);
  await writeItems(programme);
  await writeWhoGoes(programme);
  await writeDeadlines(programme);
  for (const version of [3, 4]) await giveOut(programme, version);
}

function inTheOffice(
  { scribe }: Programme,
  daysAgo: number,
  work: (change: Change) => Promise<Answer>,
  by = "officer",
): Promise<string> {
  const at = atNoon(workingDayAgo(scribe.sample.days.today, daysAgo));
  return act(scribe, { by, at, campaign: AUTONOMY }, work);
}

async function readVisit({ scribe, target }: Programme) {
  const visit = await findVisit(scribe.database.read, target.campaignId, target.eventId);
  if (visit === null) throw new Error("The sample has no visit");
  return visit;
}

async function writeMembers(programme: Programme): Promise<void> {
  for (const { name, title, account } of MEMBERS) {
    const member = {
      name,
      title,
      account: account === null ? null : programme.scribe.idOf("account", account),
    };
    await inTheOffice(programme, DRAWN_UP, (change) => addMember(change, programme.target, member));
  }
}

async function writeItems(programme: Programme): Promise<void> {
  const { scribe, target } = programme;
  const day = dayOfVisit(scribe.sample.events);
  const decisionDay = dueDay({ first: day, last: day }, -3, UNITED_STATES);
  for (const { event, isDecided, parts: _, ...said } of ITEMS) {
    const eventId = scribe.idOf("event", event);
    await inTheOffice(programme, DRAWN_UP, (change) => takeIn(change, target, eventId));
    const item = (await readVisit(programme)).items.find((one) => one.eventId === eventId);
    const written = { ...said, decideDate: isDecided ? decisionDay : null, decideTime: null };
    await inTheOffice(programme, DRAWN_UP, (change) =>
      editItem(change, { ...target, itemId: item?.id ?? "" }, written, item?.version ?? 0),
    );
  }
}

async function writeWhoGoes(programme: Programme): Promise<void> {
  const { members, items } = await readVisit(programme);
  const cells = ITEMS.flatMap(({ event, parts }) => {
    const item = items.find(({ eventId }) => eventId === programme.scribe.idOf("event", event));
    return parts.flatMap((part, place) => {
      const memberId = members[place]?.id ?? "";
      return part === "-" ? [] : [{ memberId, itemId: item?.id ?? "", was: null, part }];
    });
  });
  await inTheOffice(programme, DRAWN_UP, (change) => saveWhoGoes(change, programme.target, cells));
}

/** A visit has the usual deadlines from its planning; one of our own is added, and met by whoever sees to it. */
async function writeDeadlines(programme: Programme): Promise<void> {
  const { scribe, target } = programme;
  const find = async (day: number) => (await readVisit(programme)).deadlines.find(({ days }) => days === day);
  for (const { days, ownTitle, owner, note } of DEADLINES) {
    const usual = await find(days);
    const side = days < 0 ? ("before" as const) : ("after" as const);
    const { title, time } = usual ?? { title: ownTitle, time: "12:00" };
    const written = { title, time, days: Math.abs(days), side, note, owner: scribe.idOf("account", owner) };
    await inTheOffice(programme, DRAWN_UP, (change) =>
      usual === undefined
        ? addDeadline(change, target, written)
        : editDeadline(change, { ...target, deadlineId: usual.id }, written, usual.version),
    );
    if (usual !== undefined) continue;
    const own = { ...target, deadlineId: (await find(days))?.id ?? "" };
    await inTheOffice(programme, MET, (change) => tickDeadline(change, own, true), owner);
  }
}

async function giveOut(programme: Programme, version: number): Promise<void> {
  const { event, members, items, parts } = await readVisit(programme);
  const isNewest = version === NEWEST;
  const hash = programmeHash({ title: event.title, handling: event.handling, members, items, parts });
  const holders = HOLDERS.filter((one) => one.version === version).map(({ holder }) => holder);
  const copies = {
    number: version,
    hash: isNewest ? hash : `version ${version}`,
    holders,
    summary: `Version ${version} of the programme sent to ${holders.length} people`,
  };
  await inTheOffice(programme, isNewest ? 1 : 4, (change) =>
    recordProgrammeCopies(change, programme.target, copies),
  );
}
