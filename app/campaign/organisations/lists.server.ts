import { sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";

export type OrganisationsShown = "all" | "Congress" | "others" | "ended";

export type ListedOrganisation = Awaited<ReturnType<typeof listOrganisations>>[number];

export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** Organisations whose name, or whose parent's name, has the text in it; by name, a part at a time. */
export async function listOrganisations(
  read: Queries,
  search: { show: OrganisationsShown; text: string },
  part: { limit: number; offset: number },
) {
  const rows = await organisationsLike(read, search)
    .select(["organisation.id", "organisation.name", "organisation.kind", "organisation.ended_on"])
    .select("parent.name as parent")
    .select(
      sql<number>`(select count(*) from seat where seat.organisation_id = organisation.id and seat.ended_on is null)`.as(
        "seats",
      ),
    )
    .orderBy("organisation.sort_name")
    .orderBy("organisation.id")
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map(({ ended_on, ...row }) => ({ ...row, endedOn: ended_on }));
}

/** How many organisations a search finds in all. */
export async function countOrganisations(
  read: Queries,
  search: { show: OrganisationsShown; text: string },
): Promise<number> {
  const row = await organisationsLike(read, search)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

function organisationsLike(read: Queries, { show, text }: { show: OrganisationsShown; text: string }) {
  const all = read
    .selectFrom("organisation")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .where("organisation.ended_on", show === "ended" ? "is not" : "is", null);
  const shown =
    show === "Congress" || show === "others"
      ? all.where("organisation.chamber", show === "Congress" ? "is not" : "is", null)
      : all;
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.reduce((query, word) => query.where(hasWord(word)), shown);
}

function hasWord(word: string) {
  return sql<boolean>`instr(lower(organisation.name || ' ' || coalesce(parent.name, '')), ${word}) > 0`;
}

/** One organisation, or null. */
export async function findOrganisation(read: Queries, id: string) {
  const row = await read
    .selectFrom("organisation")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .selectAll("organisation")
    .select("parent.name as parent_name")
    .where("organisation.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { parent_id, parent_name, as_of, ended_on, ...rest } = row;
  const parent = parent_id === null || parent_name === null ? null : { id: parent_id, name: parent_name };
  return { ...rest, parent, asOf: as_of, endedOn: ended_on };
}

/** The organisations directly below one, by name: a committee's subcommittees. */
export async function listOrganisationsBelow(
  read: Queries,
  id: string,
): Promise<{ id: string; name: string; endedOn: CalendarDate | null }[]> {
  return read
    .selectFrom("organisation")
    .select(["id", "name", "ended_on as endedOn"])
    .where("parent_id", "=", id)
    .orderBy("sort_name")
    .orderBy("id")
    .execute();
}

/** Organisations to choose from in a form: those that exist, without subcommittees, by name. */
export async function listOrganisationChoices(read: Queries): Promise<{ id: string; name: string }[]> {
  return read
    .selectFrom("organisation")
    .select(["id", "name"])
    .where("ended_on", "is", null)
    .where("kind", "<>", "subcommittee")
    .orderBy("sort_name")
    .orderBy("id")
    .execute();
}

/** The audiences of a campaign that were made of an organisation. */
export async function listAudiencesOfOrganisation(
  read: Queries,
  campaignId: string,
  organisationId: string,
): Promise<{ id: string; name: string; side: "majority" | "minority" | null }[]> {
  return read
    .selectFrom("audience")
    .innerJoin("campaign_audience as mine", (join) =>
      join.onRef("mine.audience_id", "=", "audience.id").on("mine.campaign_id", "=", campaignId),
    )
    .select(["audience.id", "audience.name", "audience.side"])
    .where("audience.organisation_id", "=", organisationId)
    .orderBy("audience.sort_name")
    .orderBy("audience.id")
    .execute();
}
