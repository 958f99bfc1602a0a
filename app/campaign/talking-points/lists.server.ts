import { standingAmong } from "#app/campaign/clearances/paper-standings.server.ts";
import type { StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { listClearances } from "#app/campaign/clearances/store.server.ts";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { listPapers, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { cut } from "#app/text/cut.ts";
import { briefDueOnDay } from "#app/time/back-planning.ts";
import { type Timed, timedOf } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

export type ListedPaper = Awaited<ReturnType<typeof listed>>[number];

/** So many papers in work, and so many that were used, stand on a page. */
const ON_A_PAGE = 60;

/** The papers of a campaign, of those in work and of those that were used a page each (the first is 1), and whether there are older ones. */
export async function listPapersOfCampaign(
  read: Queries,
  campaignId: string,
  page: number,
): Promise<{ papers: ListedPaper[]; hasOlder: boolean }> {
  const ofCampaign = read
    .selectFrom("talking_points")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .offset((page - 1) * ON_A_PAGE)
    .limit(ON_A_PAGE + 1);
  const inWork = cut(await ofCampaign.where("stage", "<>", "used").execute(), ON_A_PAGE);
  const used = cut(await ofCampaign.where("stage", "=", "used").execute(), ON_A_PAGE);
  const ids = [...inWork.rows, ...used.rows].map((row) => row.id);
  return { papers: await listed(read, ids), hasOlder: inWork.cutAt !== null || used.cutAt !== null };
}

/** The papers that were sent back to the account that drafts them, however many were changed since. */
export async function listPapersSentBack(
  read: Queries,
  campaignId: string,
  accountId: string,
): Promise<ListedPaper[]> {
  const rows = await returnedPapers(read, { campaign: campaignId, account: accountId });
  return listed(
    read,
    rows.map((row) => row.id),
  );
}

/** The papers among what is asked, in its order. */
export async function listWaitingPapers(
  read: Queries,
  asked: readonly StoredRequest[],
): Promise<{ request: StoredRequest; paper: ListedPaper }[]> {
  const requests = asked.filter((request) => request.subject.kind === "talking points");
  const papers = await listed(
    read,
    requests.map((request) => request.subject.id),
  );
  return requests.flatMap((request) =>
    papers.filter((one) => one.paper.id === request.subject.id).map((paper) => ({ request, paper })),
  );
}

export type EventOfPaper = NonNullable<Awaited<ReturnType<typeof findEventOfPaper>>>;

/** The event that a paper is for; null where it is for none. */
export async function findEventOfPaper(read: Queries, paper: StoredPaper) {
  if (paper.eventId === null) return null;
  const row = await read
    .selectFrom("outreach_event")
    .select(["id", "title", "starts_at", "ends_at", "zone", "is_all_day", "day", "planned_at"])
    .where("id", "=", paper.eventId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const due = briefDueOnDay(row.day);
  const audiences = await read
    .selectFrom("outreach_event_audience")
    .select("audience_id as id")
    .where("outreach_event_id", "=", row.id)
    .execute();
  return {
    id: row.id,
    title: row.title,
    ...timedOf(row),
    /** In Washington; of whole days the first on its own clock. */
    day: row.day,
    briefDueAt: due <= new Date(row.planned_at) ? new Date(row.starts_at) : due,
    audienceIds: audiences.map((audience) => audience.id),
  };
}

export type FrozenVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** The frozen versions of a paper, the newest first. */
export async function listVersions(read: Queries, paperId: string) {
  const rows = await read
    .selectFrom("talking_points_version")
    .innerJoin("account", "account.id", "talking_points_version.made_by")
    .select(["number", "reason", "made_at", "text_hash", "account.name"])
    .where("talking_points_id", "=", paperId)
    .orderBy("number", "desc")
    .execute();
  return rows.map(({ number, reason, made_at, text_hash, name }) => ({
    number,
    reason,
    madeBy: name,
    madeAt: new Date(made_at),
    hash: text_hash,
  }));
}

/** The text of one frozen version. */
export async function findVersionText(
  read: Queries,
  paperId: string,
  number: number,
): Promise<TalkingPoints | null> {
  const row = await read
    .selectFrom("talking_points_version")
    .select("content_json")
    .where("talking_points_id", "=", paperId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : JSON.parse(row.content_json);
}

async function listed(read: Queries, paperIds: readonly string[]) {
  const papers = await listPapers(read, paperIds);
  const clearances = await listClearances(read, "talking points", paperIds);
  const events = await listEvents(read, papers);
  const versions = await listLatestVersions(read, paperIds);
  return papers.map((paper) => ({
    paper,
    standing: standingAmong(paper, clearances),
    event: events.get(paper.eventId ?? "") ?? null,
    latestVersion: versions.get(paper.id) ?? null,
  }));
}

async function listEvents(read: Queries, papers: readonly StoredPaper[]) {
  const ids = papers.flatMap((paper) => (paper.eventId === null ? [] : [paper.eventId]));
  if (ids.length === 0) return new Map<string, Timed & { title: string }>();
  const rows = await eventsById(read, { ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, title, ...time }) => [id, { title, ...timedOf(time) }]));
}

const eventsById = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outreach_event")
    .select(["id", "title", "starts_at", "ends_at", "zone", "is_all_day"])
    .where("id", "in", eachIn(place("ids"))),
);

async function listLatestVersions(
  read: Queries,
  paperIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (paperIds.length === 0) return new Map();
  const rows = await latestVersions(read, { ids: JSON.stringify(paperIds) });
  return new Map(rows.map((row) => [row.talking_points_id, row.number]));
}

const latestVersions = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("talking_points_version")
    .select((eb) => ["talking_points_id", eb.fn.max("number").as("number")])
    .where("talking_points_id", "in", eachIn(place("ids")))
    .groupBy("talking_points_id"),
);

/** A person's own papers that a clearer has sent back, the last changed first. */
export const returnedPapers = keptQuery((read, place: Place<"campaign" | "account">) =>
  read
    .selectFrom("talking_points")
    .select(["id", "title"])
    .where("campaign_id", "=", place("campaign"))
    .where("stage", "=", "returned")
    .where("drafted_by", "=", place("account"))
    .where("retired_at", "is", null)
    .orderBy("changed_at", "desc")
    .orderBy("id"),
);
