import { z } from "zod";
import { programmeHash } from "#app/campaign/visits/copies/programme-version.ts";
import { insertProgrammeCopyRows } from "#app/campaign/visits/copies/store.server.ts";
import { dueDay } from "#app/campaign/visits/deadlines/deadline-day.ts";
import { insertVisitDeadlineRows } from "#app/campaign/visits/deadlines/store.server.ts";
import { USUAL_DEADLINES } from "#app/campaign/visits/deadlines/usual-deadlines.ts";
import { insertVisitItemRows } from "#app/campaign/visits/items.server.ts";
import { insertVisitMemberRows } from "#app/campaign/visits/members/store.server.ts";
import { PARTS } from "#app/campaign/visits/members/who-goes.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import { UNITED_STATES } from "#app/time/holidays.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { dayOfVisit, type Sample } from "../sample-campaign.ts";
import { type SampleDays, workingDayAgo } from "../sample-days.ts";
import { list, number, readTable, words, wordsOrNone, yesOrNo } from "../sample-files.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

/** Who comes with the minister, in the order of precedence. The minister is an office, not a person. */
const MEMBERS = readTable(
  "visit-members.csv",
  z.strictObject({ name: words, title: words, account: wordsOrNone }),
);

/** What the programme says of each meeting, and who goes: one part for each member, in their order. */
const ITEMS = readTable(
  "visit-items.csv",
  z.strictObject({
    ...{ event: words, host: words, note: words, planB: words, planBNote: words },
    // Whether plan B is decided three days before.
    isDecided: yesOrNo,
    parts: list.pipe(z.array(z.enum([...PARTS, "-"]))),
  }),
);

/** Who sees to which of the usual deadlines, by the day; one with a title of its own is ours, and behind us. */
const DEADLINES = readTable(
  "visit-deadlines.csv",
  z.strictObject({ days: number, ownTitle: words, owner: words, note: words }),
);

/** Who holds the programme: those of the newest version, and those who still have the one before. */
const HOLDERS = readTable("visit-copies.csv", z.strictObject({ holder: words, version: number }));

const visitId = sampleId("outreach event", "visit");
const memberId = (position: number) => sampleId("visit member", String(position));
const itemId = (event: string) => sampleId("visit item", event);

/** The programme of the minister's visit: who comes, what is planned, what is due when, and who holds it. */
export async function writeVisit(database: Database, { days, events }: Sample): Promise<void> {
  const day = dayOfVisit(events);
  const location = `/c/${AUTONOMY}/events/${visitId}/programme`;
  const entry = { campaign: AUTONOMY, kind: "outreach event", id: visitId, location } as const;
  const drawnUp = {
    by: accountId("officer"),
    at: atNoon(workingDayAgo(days.today, 9)),
    action: "programme drawn up",
    summary: "Drew up the programme: six items, six members",
  };
  await writeEntry(database, { ...entry, ...drawnUp }, async (change) => {
    await insertMembers(change);
    await insertItems(change, dueDay({ first: day, last: day }, -3, UNITED_STATES));
    await insertDeadlines(change, days);
  });
  const visit = await findVisit(database.read, AUTONOMY, visitId);
  if (visit === null) throw new Error("The sample has no visit");
  const { event, members, items, parts } = visit;
  const hash = programmeHash({ title: event.title, handling: event.handling, members, items, parts });
  const given = {
    by: accountId("officer"),
    at: atNoon(workingDayAgo(days.today, 1)),
    action: "programme given out",
    summary: "Version 4 of the programme sent to 5 people",
  };
  await writeEntry(database, { ...entry, ...given }, (change) => insertCopies(change, days, hash));
}

function insertMembers(change: Change): Promise<void> {
  return insertVisitMemberRows(
    change,
    MEMBERS.map(({ name, title, account }, position) => ({
      id: memberId(position),
      outreach_event_id: visitId,
      name,
      title,
      account_id: account === null ? null : accountId(account),
      position,
    })),
  );
}

function insertItems(change: Change, decisionDay: string): Promise<void> {
  const items = ITEMS.map(({ event, host, note, planB, planBNote, isDecided }) => ({
    id: itemId(event),
    visit_event_id: visitId,
    outreach_event_id: sampleId("outreach event", event),
    ...{ host, note, plan_b: planB, plan_b_note: planBNote },
    decide_by: isDecided ? `${decisionDay}T12:00` : null,
  }));
  const parts = ITEMS.flatMap(({ event, parts: all }) =>
    all.flatMap((part, position) =>
      part === "-"
        ? []
        : [
            {
              id: sampleId("visit part", `${event} ${position}`),
              visit_item_id: itemId(event),
              visit_member_id: memberId(position),
              part,
            },
          ],
    ),
  );
  return insertVisitItemRows(change, items, parts);
}

function insertDeadlines(change: Change, { today }: SampleDays): Promise<void> {
  const usual = USUAL_DEADLINES.map(({ days, title, time, kind }) => {
    const whose = DEADLINES.find((one) => one.days === days);
    return {
      ...deadlineRow(days, title, whose?.owner ?? "officer"),
      ...{ note: whose?.note ?? "", kind, due_time: time, done_at: null, done_by: null },
    };
  });
  const own = DEADLINES.filter(({ ownTitle }) => ownTitle !== "").map(({ days, ownTitle, owner, note }) => ({
    ...deadlineRow(days, ownTitle, owner),
    ...{ note, kind: "own" as const, due_time: "12:00" },
    done_at: atNoon(workingDayAgo(today, 5)).toISOString(),
    done_by: accountId(owner),
  }));
  return insertVisitDeadlineRows(change, [...usual, ...own]);
}

function deadlineRow(days: number, title: string, owner: string) {
  return {
    id: sampleId("visit deadline", String(days)),
    outreach_event_id: visitId,
    days,
    title,
    owner_account_id: accountId(owner),
  };
}

function insertCopies(change: Change, { today }: SampleDays, hash: string): Promise<void> {
  return insertProgrammeCopyRows(
    change,
    HOLDERS.map(({ holder, version }) => ({
      id: sampleId("programme copy", holder),
      outreach_event_id: visitId,
      number: version,
      programme_hash: version === 4 ? hash : `version ${version}`,
      holder,
      given_at: atNoon(workingDayAgo(today, version === 4 ? 1 : 4)).toISOString(),
      recorded_by: accountId("officer"),
    })),
  );
}
