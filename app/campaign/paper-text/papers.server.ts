import type { Kysely, Selectable } from "kysely";
import type { Handling } from "#app/text/handling.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { listFootnotes } from "./footnotes.server.ts";
import { footnotesByMention } from "./footnotes.ts";
import type { Block, Footnote, Origin, Stage, TalkingPoints } from "./paper.ts";

/** A paper with its words as they are now; `version` and `blockVersions` are the row versions that its forms carry. */
export type StoredPaper = {
  id: string;
  campaignId: string;
  eventId: string | null;
  handling: Handling;
  stage: Stage;
  stageReason: string;
  draftedBy: { id: string; name: string };
  startedAt: Date;
  version: number;
  blockVersions: Readonly<Record<string, number>>;
  blockPositions: Readonly<Record<string, number>>;
  text: TalkingPoints;
};

/** One paper of a campaign; null where it is not there, or another campaign's. */
export async function findPaper(
  read: Kysely<Schema>,
  campaignId: string,
  paperId: string,
): Promise<StoredPaper | null> {
  const [paper] = await listPapers(read, [paperId]);
  return paper?.campaignId === campaignId ? paper : null;
}

/** Papers with their words, in the order of the ids. Ids without a paper are left out. */
export async function listPapers(read: Kysely<Schema>, paperIds: readonly string[]): Promise<StoredPaper[]> {
  if (paperIds.length === 0) return [];
  const ids = JSON.stringify(paperIds);
  const rows = await papersWithDrafter(read, { ids });
  const blocks = await blocksOf(read, { ids });
  const footnotes = await listFootnotesOfPapers(read, paperIds);
  const papers = rows.map((row) =>
    paperOf(
      row,
      blocks.filter((block) => block.talking_points_id === row.id),
      footnotes,
    ),
  );
  return paperIds.flatMap((id) => papers.filter((paper) => paper.id === id));
}

const papersWithDrafter = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("talking_points")
    .innerJoin("account", "account.id", "talking_points.drafted_by")
    .selectAll("talking_points")
    .select("account.name as drafter_name")
    .where("talking_points.id", "in", eachIn(place("ids"))),
);

const blocksOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("talking_points_block")
    .selectAll()
    .where("talking_points_id", "in", eachIn(place("ids")))
    .orderBy("position")
    .orderBy("id"),
);

function paperOf(
  row: Selectable<Schema["talking_points"]> & { drafter_name: string },
  blocks: readonly Selectable<Schema["talking_points_block"]>[],
  footnotes: ReadonlyMap<string, readonly Footnote[]>,
): StoredPaper {
  const { title, ask, speaker, objective } = row;
  return {
    id: row.id,
    campaignId: row.campaign_id,
    eventId: row.outreach_event_id,
    handling: row.handling,
    stage: row.stage,
    stageReason: row.stage_reason,
    draftedBy: { id: row.drafted_by, name: row.drafter_name },
    startedAt: new Date(row.started_at),
    version: row.version,
    blockVersions: Object.fromEntries(blocks.map((block) => [block.id, block.version])),
    blockPositions: Object.fromEntries(blocks.map((block) => [block.id, block.position])),
    text: {
      title,
      ask,
      speaker,
      objective,
      blocks: blocks.map((block) => blockOf(block, footnotes.get(block.id) ?? [])),
    },
  };
}

function blockOf(row: Selectable<Schema["talking_points_block"]>, footnotes: readonly Footnote[]): Block {
  const { id, section, heading, text } = row;
  const cited = footnotesByMention(text, footnotes);
  const isJudgement = row.is_judgement === 1;
  return { id, section, heading, text, origin: originOf(row), footnotes: cited, isJudgement };
}

function originOf(row: Selectable<Schema["talking_points_block"]>): Origin {
  const { origin_kind: kind, origin_id: id, origin_revision_id: revisionId, origin_text: text } = row;
  if (id === null || kind === "own words") return { kind: "own words" };
  if (kind === "key message") {
    const { origin_framing_id: framing } = row;
    return framing === null
      ? { kind, id, revisionId: revisionId ?? "", text }
      : { kind: "framing", id: framing, messageId: id, revisionId: revisionId ?? "", text };
  }
  if (kind === "objection") return { kind, id, text, isWordsToSay: row.origin_is_words_to_say === 1 };
  return { kind, id, text };
}

type CitedBy = { citedBy: string; footnote: Footnote };

async function listFootnotesOfPapers(
  read: Kysely<Schema>,
  paperIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Footnote[]>> {
  const rows = await citedBy(read, { ids: JSON.stringify(paperIds) });
  const footnotes = await listFootnotes(read, [...new Set(rows.map((row) => row.proof_point_id))]);
  const cited = rows.flatMap(({ block_id, proof_point_id }): CitedBy[] => {
    const footnote = footnotes.get(proof_point_id);
    return footnote === undefined ? [] : [{ citedBy: block_id, footnote }];
  });
  const byBlock = Map.groupBy(cited, (one) => one.citedBy);
  return new Map([...byBlock].map(([block, list]) => [block, list.map((one) => one.footnote)]));
}

const citedBy = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("talking_points_footnote")
    .innerJoin(
      "talking_points_block",
      "talking_points_block.id",
      "talking_points_footnote.talking_points_block_id",
    )
    .select(["talking_points_block.id as block_id", "proof_point_id"])
    .where("talking_points_id", "in", eachIn(place("ids")))
    .orderBy("talking_points_footnote.position")
    .orderBy("talking_points_footnote.id"),
);
