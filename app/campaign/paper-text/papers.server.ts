import { type RawBuilder, sql } from "kysely";
import { eachIn, type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { footnoteQueries, footnotesById } from "./footnotes.server.ts";
import { footnotesByMention } from "./footnotes.ts";
import type { Block, Footnote, Origin, TalkingPoints } from "./paper.ts";

/** A paper with its words as they are now; `version` and `blockVersions` are the row versions that its forms carry. */
export type StoredPaper = ReturnType<typeof paperOf>;

/** One paper of a campaign; null where it is not there, or another campaign's. */
export async function findPaper(
  read: Queries,
  campaignId: string,
  paperId: string,
): Promise<StoredPaper | null> {
  const [paper] = await listPapers(read, [paperId]);
  return paper?.campaignId === campaignId ? paper : null;
}

/** Papers with their words, in the order of the ids. Ids without a paper are left out. */
export async function listPapers(read: Queries, paperIds: readonly string[]): Promise<StoredPaper[]> {
  if (paperIds.length === 0) return [];
  const papers = papersFrom(await papersOf(read, { ids: JSON.stringify(paperIds) }));
  return paperIds.flatMap((id) => papers.filter((paper) => paper.id === id));
}

const papersOf = together(paperQueries((place) => eachIn(place("ids"))));

/** What papers are made of: their heads, blocks and footnotes. `among` says which in SQL. */
export function paperQueries(among: (place: Place<"ids">) => RawBuilder<string>) {
  return {
    papers: keptQuery((read, place: Place<"ids">) =>
      read
        .selectFrom("talking_points as paper")
        .innerJoin("account", "account.id", "paper.drafted_by")
        .select(["paper.id", "campaign_id", "outreach_event_id", "handling", "stage", "stage_reason"])
        .select(["drafted_by", "account.name as drafter_name", "started_at", "paper.version"])
        .select(["paper.title", "ask", "speaker", "objective"])
        .where("paper.id", "in", among(place)),
    ),
    blocks: keptQuery((read, place: Place<"ids">) =>
      read
        .selectFrom("talking_points_block")
        .select(["id", "talking_points_id", "section", "heading", "text", "is_judgement"])
        .select(["origin_kind", "origin_id", "origin_revision_id", "origin_text", "origin_framing_id"])
        .select(["origin_is_words_to_say", "version", "position"])
        .where("talking_points_id", "in", among(place))
        .orderBy("position")
        .orderBy("id"),
    ),
    cited: keptQuery((read, place: Place<"ids">) =>
      read
        .selectFrom("talking_points_footnote as footnote")
        .innerJoin("talking_points_block as block", "block.id", "footnote.talking_points_block_id")
        .select(["block.id as block_id", "proof_point_id"])
        .where("talking_points_id", "in", among(place))
        .orderBy("footnote.position")
        .orderBy("footnote.id"),
    ),
    ...footnoteQueries(
      (place) => sql<string>`(
        select footnote.proof_point_id from talking_points_block block
        join talking_points_footnote footnote on footnote.talking_points_block_id = block.id
        where block.talking_points_id in ${among(place)})`,
    ),
  };
}

type PaperQueries = ReturnType<typeof paperQueries>;
type BlockRow = KeptRow<PaperQueries["blocks"]>;

/** The papers made of what these queries found. */
export function papersFrom(
  found: {
    readonly [Name in keyof PaperQueries]: readonly KeptRow<PaperQueries[Name]>[];
  },
): StoredPaper[] {
  const footnotes = footnotesById(found);
  const citations = Map.groupBy(found.cited, ({ block_id }) => block_id);
  const citedBy = (block: string) =>
    (citations.get(block) ?? []).flatMap(({ proof_point_id }) => footnotes.get(proof_point_id) ?? []);
  const blocks = Map.groupBy(found.blocks, (block) => block.talking_points_id);
  return found.papers.map((row) => paperOf(row, blocks.get(row.id) ?? [], citedBy));
}

function paperOf(
  row: KeptRow<PaperQueries["papers"]>,
  blocks: readonly BlockRow[],
  citedBy: (blockId: string) => readonly Footnote[],
) {
  const { title, ask, speaker, objective } = row;
  const words = blocks.map((block) => blockOf(block, citedBy(block.id)));
  const text: TalkingPoints = { title, ask, speaker, objective, blocks: words };
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
    text,
  };
}

function blockOf(row: BlockRow, footnotes: readonly Footnote[]): Block {
  const { id, section, heading, text } = row;
  const cited = footnotesByMention(text, footnotes);
  const isJudgement = row.is_judgement === 1;
  return { id, section, heading, text, origin: originOf(row), footnotes: cited, isJudgement };
}

function originOf(row: BlockRow): Origin {
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
