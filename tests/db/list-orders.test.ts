import type { Kysely } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { listOverduePromises } from "#app/campaign/audiences/heard.server.ts";
import { listCalendarDays } from "#app/campaign/calendar/calendar.server.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { listMeetingChoices } from "#app/campaign/contacts/contact-page.server.ts";
import { listFeeds } from "#app/campaign/feeds/store.server.ts";
import {
  listDoneFollowUps,
  listFollowUpsOfEvent,
  listOpenFollowUps,
} from "#app/campaign/follow-ups/lists.server.ts";
import { listHolds } from "#app/campaign/holds/hold-records.server.ts";
import { listMessageUses, listTakenCopies } from "#app/campaign/holds/old-wording.server.ts";
import { listInstructions, listTargetChoices } from "#app/campaign/instructions/lists.server.ts";
import {
  listEventsOfFraming,
  listPapersOfFraming,
} from "#app/campaign/messages/framings/framing-uses.server.ts";
import { listKeyMessages, listRetiredMessages } from "#app/campaign/messages/list.server.ts";
import { listRetiredObjections } from "#app/campaign/messages/objections/list.server.ts";
import { listProofPoints } from "#app/campaign/messages/proof-points/list.server.ts";
import { listPapersByWording } from "#app/campaign/messages/uses.server.ts";
import { listObjectives, listRetiredObjectives } from "#app/campaign/objectives/lists.server.ts";
import { listMeetingsToLog } from "#app/campaign/outcomes/lists.server.ts";
import { listOwed } from "#app/campaign/outreach-events/last-time.server.ts";
import { listWishes } from "#app/campaign/outreach-wishes/store.server.ts";
import { listVersions } from "#app/campaign/talking-points/lists.server.ts";
import { listShelvedMessages } from "#app/campaign/talking-points/shelves/store.server.ts";
import { listEventsToTakeIn } from "#app/campaign/visits/items.server.ts";
import type { Cut } from "#app/text/cut.ts";
import type { Schema } from "#db/schema.ts";
import { record } from "../support/builders/outreach-campaign.ts";
import { type ListRows, listsScene } from "../support/lists-scene.ts";
import { idsBy } from "../support/rows-alike.ts";

const now = new Date("2026-11-10T17:00:00.000Z");
const open = { ownerAccountId: null, promisedBy: null };
const period = { messageId: "esa-message", placedAt: now, since: new Date("2026-01-01T00:00:00.000Z") };
const days = { first: "2026-12-01", last: "2026-12-31" } as const;

type Read = Kysely<Schema>;
type Case = {
  list: string;
  call: (read: Read, rows: ListRows) => Promise<readonly string[] | Cut<{ id: string }>>;
  expected: (rows: ListRows) => readonly (string | number)[];
  /** Where it shows fewer than there are, and says so. */
  most?: number;
};

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const CASES: readonly Case[] = [
  {
    list: "meetings to log, the last first",
    call: async (read) => {
      const { rows, cutAt } = await listMeetingsToLog(read, "esa", "jana", now);
      return { rows: rows.map(({ eventId }) => ({ id: eventId })), cutAt };
    },
    expected: ({ open }) => idsBy(open, "-ends_at"),
    most: 50,
  },
  {
    list: "open promises, the soonest due first",
    call: (read) => listOpenFollowUps(read, "esa", open),
    expected: ({ owed }) => idsBy(owed, "due_on"),
    most: 200,
  },
  {
    list: "kept promises, the last kept first",
    call: async (read) => ids((await listDoneFollowUps(read, "esa", open, 1)).done),
    expected: ({ kept }) => idsBy(kept, "-done_at"),
    most: 20,
  },
  {
    list: "unscheduled events, the most pressing first",
    call: async (read) => ids(await listWishes(read, "esa")),
    expected: ({ wishes }) => idsBy(wishes, "best_by", "wished_at"),
  },
  {
    list: "events that a visit may take in, by time",
    call: (read) => listEventsToTakeIn(read, "esa", days),
    expected: ({ coming }) => idsBy(coming, "starts_at"),
    most: 40,
  },
  {
    list: "a month's events, by time",
    call: async (read) => {
      const asked = { campaignIds: ["esa"], ...days, now };
      return ids((await listCalendarDays(read, asked, EVERYTHING, 2)).events);
    },
    expected: ({ coming }) => idsBy(coming, "starts_at").filter((_id, at) => at < 31 * 3 && at % 3 < 2),
  },
  {
    list: "instructions, the newest first",
    call: async (read) => ids(await listInstructions(read, "esa")),
    expected: ({ instructions }) => idsBy(instructions, "-received_on"),
  },
  {
    list: "events that an instruction may stand over, the next first",
    call: async (read) => (await listTargetChoices(read, "esa", now)).events,
    expected: ({ coming }) => idsBy(coming, "starts_at"),
    most: 100,
  },
  {
    list: "papers that an instruction may stand over, the newest first",
    call: async (read) => (await listTargetChoices(read, "esa", now)).papers,
    expected: ({ papers }) => idsBy(papers, "-changed_at"),
    most: 100,
  },
  {
    list: "versions of a paper, the newest first",
    call: async (read, { papers }) =>
      (await listVersions(read, papers[0]?.id ?? "")).map(({ number }) => String(number)),
    expected: () => ["5", "4", "3", "2", "1"],
  },
  {
    list: "papers with a message's words, the newest first",
    call: (read) => listPapersByWording(read, "esa-message"),
    expected: ({ papers }) => idsBy(papers, "-changed_at"),
    most: 300,
  },
  {
    list: "papers with a framing's words, the newest first",
    call: (read) => listPapersOfFraming(read, "esa-framing"),
    expected: ({ papers }) => idsBy(papers, "-changed_at"),
    most: 100,
  },
  {
    list: "events with a framing's words, the newest first",
    call: (read) => listEventsOfFraming(read, "esa-framing"),
    expected: ({ coming }) => idsBy(coming, "-starts_at"),
    most: 100,
  },
  {
    list: "copies with the old wording, the newest first",
    call: async (read) => (await listTakenCopies(read, period)).map(({ takenAt }) => takenAt.toISOString()),
    expected: ({ copies }) =>
      copies
        .map((one) => one.taken_at)
        .toSorted()
        .toReversed(),
  },
  {
    list: "who was told the old wording, the newest first",
    call: async (read) => (await listMessageUses(read, period)).map(({ eventId }) => eventId),
    expected: ({ met }) => idsBy(met, "-starts_at"),
  },
  {
    list: "what is owed to the people of an event, the soonest due first",
    call: async (read) => {
      const who = { audienceIds: ["staff"], contactIds: [] };
      return ids(await listOwed(read, { campaignId: "esa", eventId: "next", day: "2026-11-10", ...who }));
    },
    expected: ({ owed }) => idsBy(owed, "due_on"),
  },
  {
    list: "holds: those that stand, then the newest",
    call: async (read) => ids(await listHolds(read, "esa")),
    expected: ({ holds }) => [
      ...idsBy(holds.filter((one) => one.lifted_at === null)),
      ...idsBy(
        holds.filter((one) => one.lifted_at !== null),
        "-placed_at",
      ),
    ],
  },
  {
    list: "my feeds, the newest first",
    call: async (read) => ids(await listFeeds(read, "jana")),
    expected: ({ feeds }) => idsBy(feeds, "-made_at"),
  },
  {
    list: "objectives in their order",
    call: async (read) => ids(await listObjectives(read, "esa", "2026-11-10")),
    expected: ({ objectives }) => idsBy(objectives, "position"),
  },
  {
    list: "objectives given up, the latest first",
    call: async (read) => ids(await listRetiredObjectives(read, "esa")),
    expected: ({ givenUp }) => idsBy(givenUp, "-retired_at"),
  },
  {
    list: "key messages by number, the retired ones last",
    call: async (read) => ids(await listKeyMessages(read, "esa")),
    expected: ({ messages }) => [
      "esa-message",
      ...idsBy(
        messages.filter((one) => one.retired_at === null),
        "number",
      ),
      ...idsBy(
        messages.filter((one) => one.retired_at !== null),
        "number",
      ),
    ],
  },
  {
    list: "retired messages by number",
    call: (read) => listRetiredMessages(read, "esa"),
    expected: ({ messages }) =>
      idsBy(
        messages.filter((one) => one.retired_at !== null),
        "number",
      ),
    most: 100,
  },
  {
    list: "messages offered beside a paper, its own first",
    call: (read, { messages }) =>
      listShelvedMessages(read, "esa", { wanted: "", first: [messages[115]?.id ?? ""] }),
    expected: ({ messages }) => [
      messages[115]?.id ?? "",
      "esa-message",
      ...ids(messages.slice(110).filter((_one, at) => at !== 5)),
    ],
    most: 10,
  },
  {
    list: "proof points by code, as people count",
    call: async (read) => ids(await listProofPoints(read, "esa", { retired: false })),
    expected: ({ proofPoints }) => ids(proofPoints),
  },
  {
    list: "retired objections by code, as people count",
    call: (read) => listRetiredObjections(read, "esa"),
    expected: ({ objections }) => ids(objections.slice(20)),
    most: 100,
  },
  {
    list: "what was promised at a meeting, the soonest due first",
    call: async (read, { met }) => ids(await listFollowUpsOfEvent(read, met[0]?.id ?? "")),
    expected: ({ met, owed }) =>
      idsBy(
        owed.filter((one) => one.outreach_event_id === met[0]?.id),
        "due_on",
      ),
  },
  {
    list: "where a contact was met, to choose from, the latest first",
    call: (read) => listMeetingChoices(read, { campaignId: "esa", accountId: "jana" }, "claire"),
    expected: ({ met }) => idsBy(met, "-starts_at"),
    most: 20,
  },
];

let scene: Awaited<ReturnType<typeof listsScene>>;

beforeAll(async () => {
  scene = await listsScene();
}, 60_000);

describe("in this order, and no more than said:", () => {
  test.each(CASES)("$list", async ({ call, expected, most }) => {
    const listed = await call(scene.database.read, scene.rows);
    const all = expected(scene.rows);
    if (most !== undefined) expect(all.length).toBeGreaterThan(most);
    const shown = all.slice(0, most ?? all.length);
    expect("rows" in listed ? { ...listed, rows: ids(listed.rows) } : listed).toEqual(
      "rows" in listed ? { rows: shown, cutAt: most ?? null } : shown,
    );
  });
});

test("of more overdue promises than any list shows, the longest overdue is named to each audience", async () => {
  const { database } = scene;
  const overdue = await listOverduePromises(database.read, "esa", "2026-11-10");
  expect(overdue.get("staff")?.dueOn).toBe("2026-08-01");
});

test("my meetings to log are listed, however many of others ended after them", async () => {
  const { database, rows } = scene;
  const [oldest = ""] = idsBy(rows.open, "ends_at");
  await record(database, (change) =>
    change.insert("outreach_event_officer", { id: "mine", outreach_event_id: oldest, account_id: "jana" }),
  );
  const {
    rows: [first],
  } = await listMeetingsToLog(database.read, "esa", "jana", now);
  expect(first).toMatchObject({ eventId: oldest, isMine: true });
});
