import { beforeEach, expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { leaveTimeOut } from "#app/campaign/outreach-events/series/exceptions.server.ts";
import { editEvent } from "#app/campaign/outreach-events/store.server.ts";
import { historyInDays } from "#app/campaign/outreach-events/when-in-words.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { system } from "../../support/author.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { addEvent, eventDetails, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
const unsent = { submission: null, campaignId: "esa" };
const days = (first: `${number}-${number}-${number}`, last = first) => wholeDays(first, last, WASHINGTON);

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
});

test("a series of whole days is planned, and one of its times left out, without an hour", async () => {
  const given = { title: "Fair", time: days("2026-12-01") };
  const { eventIds } = await addSeries(database, "esa", "FREQ=DAILY;COUNT=3", { given });
  await database.change(system, unsent, (change) =>
    leaveTimeOut(change, { campaignId: "esa", eventId: eventIds[1] ?? "", location: "/" }, "Closed"),
  );
  const said = await database.read.selectFrom("change").select("summary").where("action", "!=", "").execute();
  expect(said.map(({ summary }) => summary).filter((summary) => summary.includes("Fair"))).toEqual([
    "Planned 3 dates, the first on Tue 1 Dec 2026: Fair",
    "Left out: Fair, Wed 2 Dec 2026",
  ]);
});

test("the history of whole days tells days, and of hours hours, whatever became of which", async () => {
  const eventId = await addEvent(database, "esa", { title: "Fair", time: days("2026-12-01") });
  const times = [
    days("2026-12-03", "2026-12-04"),
    timeOf("5 Dec 2026", "00:00", "10:00"),
    timeOf("5 Dec 2026", "00:00", "11:00"),
  ];
  for (const [index, time] of times.entries())
    await database.change({ ...system, now: new Date(system.now.getTime() + index) }, unsent, (change) =>
      editEvent(
        change,
        { campaignId: "esa", eventId, location: "/" },
        eventDetails({ title: "Fair", time }),
        index + 1,
      ),
    );
  const history = historyInDays(await listChanges(database.read, "outreach event", eventId), eventId, false);
  const told = history.map(({ fields }) =>
    fields
      .filter(({ column }) => /^wall_|_at$/.test(column))
      .map(({ column, before, after }) => `${column} ${before} > ${after}`)
      .sort(),
  );
  expect(told.slice(0, 3)).toEqual([
    [
      "ends_at 2026-12-05T15:00:00.000Z > 2026-12-05T16:00:00.000Z",
      "wall_end 2026-12-05T10:00 > 2026-12-05T11:00",
    ],
    ["wall_end 2026-12-04 > 2026-12-05T10:00", "wall_start 2026-12-03 > 2026-12-05T00:00"],
    ["wall_end 2026-12-01 > 2026-12-04", "wall_start 2026-12-01 > 2026-12-03"],
  ]);
});
