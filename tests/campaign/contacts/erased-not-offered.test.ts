import { expect, test } from "vitest";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { listPeopleOfAudiences } from "#app/campaign/feedback/store.server.ts";
import { listFound } from "#app/campaign/find/search.server.ts";
import {
  listAudiencesWithPeople,
  listTakers,
} from "#app/campaign/new-congress/new-congress-hanging.server.ts";
import { readEverybodyRanked } from "#app/campaign/next-outreach/store.server.ts";
import { listWaysIn } from "#app/campaign/next-outreach/ways-in.server.ts";
import { findOutcomeForm } from "#app/campaign/outcomes/outcome-form.server.ts";
import { listMetLately } from "#app/campaign/outcomes/unplanned/store.server.ts";
import {
  listContactsChosen,
  listContactsOfAudiences,
  listContactsOfAudiencesToInvite,
} from "#app/campaign/outreach-events/participants/contacts.server.ts";
import { attendedOf } from "#app/campaign/outreach-events/write-about-meeting.tsx";
import { personName } from "#app/text/person-name.ts";
import type { Database } from "#db/database.server.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { addOutreachCampaign, addPerson, addPlan, record } from "../../support/builders/outreach-campaign.ts";
import { addPeopleAndMessages } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

const DAY = "2026-11-12";
const CAMPAIGNS = ["esa", "cyber"] as const;
type Offered = (database: Database, campaignId: string) => Promise<readonly string[]>;

const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);

/** Every place that offers people of a campaign to be met, asked, written to, rated or handed on. */
const PLACES: Readonly<Record<string, Offered>> = {
  "next outreach": async ({ read }, id) => {
    const campaign = { id, startsOn: "2026-02-02" } as const;
    const report = await readReceptionReport(read, campaign, DAY);
    const { options } = await readEverybodyRanked(read, campaign, report, DAY, () => ({
      limit: 50,
      offset: 0,
    }));
    return options.map(({ contactId }) => contactId);
  },
  "who opens the door": async ({ read }, id) => {
    const claire = { contactId: "claire", audience: { id: "minority", name: "", priority: 1 } };
    const ways = await listWaysIn(read, id, DAY, [claire]);
    return (ways[claire.contactId] ?? []).map(({ contactId }) => contactId);
  },
  "participants of an event": async ({ read }, id) =>
    ids((await listContactsOfAudiences(read, id, `${id}-planned`)).rows),
  invitations: async ({ read }, id) =>
    ids((await listContactsOfAudiencesToInvite(read, id, ["minority"])).rows),
  "people chosen in the one line": async ({ read }, id) =>
    ids(await listContactsChosen(read, id, ["gone", "door"])),
  reactions: async ({ read }, id) => ids((await listPeopleOfAudiences(read, id)).rows),
  "who was met lately": async ({ read }, id) => ids(await listMetLately(read, id, "jana")),
  find: async ({ read }, id) => ids((await listFound(read, ["director"], [id])).rows),
  "who takes over": async ({ read }, id) => ids((await listTakers(read, id)).rows),
  "a new Congress": async ({ read }, id) =>
    (await listAudiencesWithPeople(read, id)).flatMap(({ people }) => ids(people)),
  "the log": async ({ read }, id) =>
    ((await findOutcomeForm(read, id, `${id}-planned`))?.people ?? []).map(({ contactId }) => contactId),
};

/** Two campaigns that share an audience, and in it two people; each has met one of them and plans to meet the audience. */
async function scene(): Promise<Database> {
  const database = await freshDatabase();
  await addOutreachCampaign(database);
  await addCampaign(database, "cyber");
  await addPeopleAndMessages(database, "cyber", { audiences: [], messages: ["c1"], contacts: [] });
  await record(database, async (change) => {
    await addPerson(change, "gone", { title: "Director" });
    await addPerson(change, "door", { title: "Director", role_in_decision: "opens doors" });
    const weight = { priority: 1, influence: 5, interest: 3 };
    await change.insert("campaign_audience", {
      ...{ id: "cyber-minority", campaign_id: "cyber", audience_id: "minority", ...weight },
    });
    for (const contact of ["gone", "door"])
      await change.insert("campaign_contact", {
        ...{ id: `cyber-${contact}`, campaign_id: "cyber", contact_id: contact },
      });
    for (const campaign_id of CAMPAIGNS) {
      await addPlan(change, `${campaign_id}-planned`, { campaign_id });
      await addPlan(change, `${campaign_id}-held`, { campaign_id, day: "2026-11-05" });
      await change.update("outreach_event", `${campaign_id}-held`, { result: "held" }, null);
      const there = { contact_id: "gone", reply: "accepted", attendance: "attended" } as const;
      await change.insert("outreach_event_participant", {
        ...{ id: `${campaign_id}-there`, outreach_event_id: `${campaign_id}-held`, ...there },
      });
    }
  });
  return database;
}

test("who was erased is offered nowhere, in none of the campaigns that shared them", async () => {
  const database = await scene();
  const offered = async () =>
    Promise.all(
      Object.entries(PLACES).flatMap(([place, list]) =>
        CAMPAIGNS.map(async (campaign) => {
          const all = await list(database, campaign);
          return [`${place}, ${campaign}`, all.filter((id) => id === "gone" || id === "door").length > 0];
        }),
      ),
    );
  expect((await offered()).filter(([, isOffered]) => !isOffered)).toEqual([]);
  await record(database, async (change) => {
    for (const id of ["gone", "door"]) await change.update("contact", id, { name: "", sort_name: "" }, null);
  });
  expect((await offered()).filter(([, isOffered]) => isOffered)).toEqual([]);
  const there = { contactId: "gone", attendance: "attended" };
  expect(attendedOf([{ ...there, name: personName("") }])).toEqual([]);
  expect(attendedOf([{ ...there, name: "Claire" }])).toHaveLength(1);
});
