import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";

const WITHIN = 48 * 3_600_000;

/** Counts activity by walking over every row: what the queries must agree with. */
export async function plainActivity(
  { read }: Database,
  campaign: string,
  { from, to, now }: { from: CalendarDate; to: CalendarDate; now: Date },
) {
  const isWithin = (day: CalendarDate) => day >= from && day <= to;
  const ofCampaign = await read
    .selectFrom("outreach_event")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const all = ofCampaign.filter(({ day }) => isWithin(day));
  const outreach = all.filter(({ kind }) => kind !== "internal");
  const outcomes = await read.selectFrom("outcome").selectAll().where("campaign_id", "=", campaign).execute();
  const over = (event: (typeof all)[number]) => Date.parse(event.ends_at) <= now.getTime();
  const held = outreach.filter(({ result }) => result === "held");
  const cancelled = outreach.filter(({ schedule, result }) => schedule === "cancelled" && result !== "held");
  const rest = outreach.filter(({ schedule, result }) => schedule !== "cancelled" && result !== "held");
  const toLog = outreach
    .filter(({ schedule, result }) => schedule !== "cancelled" && result !== "not held")
    .map((event) => {
      const logs = outcomes.filter(({ outreach_event_id }) => outreach_event_id === event.id);
      const times = logs.map(({ logged_at }) => Date.parse(logged_at) - Date.parse(event.ends_at));
      return { event, took: times.length === 0 ? null : Math.min(...times) };
    })
    .filter(({ event, took }) => over(event) || took !== null);
  const due = toLog.filter(({ event }) => now.getTime() - Date.parse(event.ends_at) >= WITHIN);
  const logged = outreach.map(({ id }) =>
    outcomes.filter(({ outreach_event_id }) => outreach_event_id === id),
  );
  return {
    events: {
      planned: outreach.length,
      held: held.length,
      cancelled: cancelled.length,
      notHeld: rest.filter(({ result }) => result === "not held").length,
      notRecorded: rest.filter((event) => event.result === "planned" && over(event)).length,
      ahead: rest.filter((event) => event.result === "planned" && !over(event)).length,
    },
    internalEvents: all.length - outreach.length,
    logging: {
      meetings: toLog.length,
      due: due.length,
      inTime: due.filter(({ took }) => took !== null && took <= WITHIN).length,
      hours: toLog
        .flatMap(({ took }) => (took === null ? [] : [Math.max(0, took) / 3_600_000]))
        .sort((one, other) => one - other),
      several: logged.filter((logs) => logs.length > 1).length,
      officers: new Set(logged.flat().map(({ officer_account_id }) => officer_account_id)).size,
    },
    promises: await plainPromises(read, campaign, { isWithin, today: dateIn(now, WASHINGTON) }),
    clearance: await plainClearance(read, campaign, { isWithin, events: ofCampaign }),
  };
}

type Read = Database["read"];
type Within = { isWithin: (day: CalendarDate) => boolean };

async function plainPromises(
  read: Read,
  campaign: string,
  { isWithin, today }: Within & { today: CalendarDate },
) {
  const rows = await read.selectFrom("follow_up").selectAll().where("campaign_id", "=", campaign).execute();
  const of = (side: string) => {
    const due = rows.filter(({ promised_by, due_on }) => promised_by === side && isWithin(due_on));
    const done = due.filter(({ done_at }) => done_at !== null);
    const open = due.filter(({ done_at }) => done_at === null);
    const inTime = done.filter(
      ({ done_at, due_on }) => dateIn(new Date(done_at ?? ""), WASHINGTON) <= due_on,
    );
    return {
      promised: due.length,
      keptInTime: inTime.length,
      keptLate: done.length - inTime.length,
      overdue: open.filter(({ due_on }) => due_on < today).length,
      notYetDue: open.filter(({ due_on }) => due_on >= today).length,
    };
  };
  return { ours: of("us"), theirs: of("them") };
}

type Event = { id: string; day: CalendarDate; starts_at: string };

async function plainClearance(
  read: Read,
  campaign: string,
  { isWithin, events }: Within & { events: readonly Event[] },
) {
  const papers = await read
    .selectFrom("talking_points")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const clearances = await read
    .selectFrom("clearance")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const requests = await read
    .selectFrom("clearance_request")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const versions = await read.selectFrom("talking_points_version").selectAll().execute();
  const onDay = (instant: string) => isWithin(dateIn(new Date(instant), WASHINGTON));
  const hours = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / 3_600_000;
  const first = papers.flatMap((paper) => {
    const own = clearances.filter(({ subject_id }) => subject_id === paper.id);
    const [earliest] = own.toSorted((one, other) => one.cleared_at.localeCompare(other.cleared_at));
    return earliest === undefined || !onDay(earliest.cleared_at)
      ? []
      : [{ paper, clearedAt: earliest.cleared_at }];
  });
  const leads = first.flatMap(({ paper, clearedAt }) => {
    const sent = requests.filter(({ subject_id }) => subject_id === paper.id).map(({ sent_at }) => sent_at);
    return sent.length === 0 ? [] : [hours(sent.toSorted()[0] ?? "", clearedAt)];
  });
  const ahead = first.flatMap(({ paper, clearedAt }) => {
    const event = events.find(({ id }) => id === paper.outreach_event_id);
    return event === undefined ? [] : [hours(clearedAt, event.starts_at)];
  });
  const sent = requests.filter(({ sent_at }) => onDay(sent_at));
  const rounds = Map.groupBy(sent, ({ subject_id, sending }) => `${subject_id} ${sending}`);
  const used = papers.filter(({ stage, outreach_event_id }) => {
    const event = events.find(({ id }) => id === outreach_event_id);
    return stage === "used" && event !== undefined && isWithin(event.day);
  });
  const asked = sent.filter(({ asks, asked_at }) => asks === "clear" && asked_at !== null);
  return {
    cleared: first.length,
    longestLead: leads.length === 0 ? null : Math.max(...leads),
    leads: leads.length,
    beforeEvent: ahead.filter((one) => one >= 0).length,
    afterStart: ahead.filter((one) => one < 0).length,
    rounds: rounds.size,
    returned: [...rounds.values()].filter((round) => round.some(({ answer }) => answer === "returned"))
      .length,
    asked: asked.length,
    bySilence: asked.filter(({ answer_manner }) => answer_manner === "by silence").length,
    used: used.length,
    uncleared: used
      .filter(({ id, handling }) => {
        const text = versions
          .filter((version) => version.talking_points_id === id)
          .toSorted((one, other) => other.number - one.number)[0]?.text_hash;
        const wider = { "TLP:RED": 0, "TLP:AMBER": 1, "TLP:CLEAR": 2 } as Record<string, number>;
        return !clearances.some(
          (clearance) =>
            clearance.subject_id === id &&
            clearance.text_hash === text &&
            (wider[handling] ?? 9) <= (wider[clearance.handling ?? ""] ?? -1),
        );
      })
      .map(({ id }) => id)
      .sort(),
  };
}
