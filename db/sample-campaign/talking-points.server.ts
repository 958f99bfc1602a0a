import type { SamplePaper } from "#app/domain/sample-campaign/papers.ts";
import type { Sample } from "#app/domain/sample-campaign/sample-campaign.ts";
import { workingDayAgo } from "#app/domain/sample-campaign/sample-days.ts";
import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import { startFromEvent } from "#app/domain/talking-points/start-from-event.ts";
import type { Block } from "#app/domain/talking-points/talking-points.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { findPlannedEvent } from "#db/queries/planned-paper.server.ts";
import { addBlock, editBlock, insertPaper, type PaperTarget } from "#db/queries/talking-points.server.ts";
import {
  clearPaper,
  markPaperUsed,
  returnPaper,
  sendPaper,
} from "#db/queries/talking-points-clearance.server.ts";
import { findPaper } from "#db/queries/talking-points-text.server.ts";
import type { PlacedEvent } from "./outreach-events.server.ts";
import { accountId, sampleId } from "./scribe.server.ts";

const SETTINGS = { embassyClearsAlone: true, ownDraftMayBeCleared: false };
const HOUR = 3_600_000;

type Paper = { database: Database; target: PaperTarget; today: string; paper: SamplePaper };

/** The papers, each taken along its way by the same acts that the pages use: started, sent, cleared, used. */
export async function writePapers(
  database: Database,
  sample: Sample,
  events: readonly PlacedEvent[],
): Promise<void> {
  for (const paper of sample.papers) {
    const one = events.find(({ event }) => event.key === paper.event);
    if (one === undefined) throw new Error(`The sample has a paper for ${paper.event}, which it lacks`);
    const target = { campaignId: one.event.campaign, paperId: sampleId("talking points", paper.event) };
    await writePaper({ database, target, today: sample.days.today, paper }, one);
  }
}

async function writePaper(written: Paper, { id: eventId, endsAt }: PlacedEvent): Promise<void> {
  const { paper, target } = written;
  const { drafter, way } = paper;
  await act(written, drafter, 0, (change) => start(change, target, eventId));
  if (paper.ownPoint !== "")
    await act(written, drafter, 0, (change) => addBlock(change, target, ownBlock(paper)));
  if (way === "drafting") return;
  await act(written, drafter, 0, (change) => sendPaper(change, target));
  if (way === "sent to the embassy") return;
  if (way === "returned") {
    await act(written, "clearer", 1, (change) => returnPaper(change, target, paper.reasons));
    return;
  }
  await act(written, "clearer", 1, (change) => clear(change, target, "embassy"));
  if (way === "sent to the ministry") return;
  await clearByTheMinistry(written);
  if (paper.firstPointNow !== "")
    await act(written, drafter, 4, (change) => changeFirstPoint(change, written));
  if (paper.isUsed) {
    await actAt(written, drafter, new Date(endsAt.getTime() + HOUR), (change) =>
      markPaperUsed(change, target),
    );
  }
}

async function clearByTheMinistry(written: Paper): Promise<void> {
  const { database, target } = written;
  const paper = await findPaper(database.read, target.campaignId, target.paperId);
  if (paper?.stage !== "sent for clearance") return;
  await act(written, "ministry", 2, (change) => clear(change, target, "ministry"));
}

type Answer = { ok: true } | { ok: false; reason: string };

/** Acts in the afternoon of a working day, `daysLater` days after the paper was started. */
async function act(
  written: Paper,
  by: string,
  daysLater: number,
  work: (change: Change) => Promise<Answer>,
): Promise<void> {
  const day = workingDayAgo(written.today, written.paper.startedDaysAgo - daysLater);
  const minutes = String(10 + daysLater * 10).padStart(2, "0");
  await actAt(written, by, new Date(`${day}T${15 + daysLater}:${minutes}:00.000Z`), work);
}

async function actAt(
  { database, target, paper }: Paper,
  by: string,
  at: Date,
  work: (change: Change) => Promise<Answer>,
): Promise<void> {
  const author = { accountId: accountId(by), channel: "web", now: at } as const;
  const done = await database.change(author, { submission: null, campaignId: target.campaignId }, work);
  if (!done.ok) throw new Error(`The paper for ${paper.event} cannot go its way: ${done.reason}`);
}

async function start(change: Change, target: PaperTarget, eventId: string): Promise<Answer> {
  const found = await findPlannedEvent(change.read, target.campaignId, eventId);
  if (found === null) return { ok: false, reason: "not-found" };
  const { paper: text } = startFromEvent(found.planned, newId);
  await insertPaper(change, {
    id: target.paperId,
    campaignId: target.campaignId,
    eventId,
    handling: found.handling,
    text,
  });
  change.describe({
    recordKind: "talking points",
    recordId: target.paperId,
    action: "started",
    summary: `Started talking points: ${text.title}`,
    location: `/c/${target.campaignId}/talking-points/${target.paperId}`,
  });
  return { ok: true };
}

function ownBlock({ ownPoint }: SamplePaper): Omit<Block, "id"> {
  return {
    section: "points to make",
    heading: "",
    text: ownPoint,
    origin: { kind: "own words" },
    footnotes: [],
  };
}

async function clear(
  change: Change,
  target: PaperTarget,
  authority: "embassy" | "ministry",
): Promise<Answer> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  return clearPaper(change, target, { authority, shownHash: paperHash(paper.text), settings: SETTINGS });
}

async function changeFirstPoint(change: Change, { target, paper }: Paper): Promise<Answer> {
  const stored = await findPaper(change.read, target.campaignId, target.paperId);
  const block = stored?.text.blocks.find(({ section }) => section === "points to make");
  const version = block && stored?.blockVersions[block.id];
  if (block === undefined || version === undefined) return { ok: false, reason: "not-found" };
  const words = { heading: block.heading, text: paper.firstPointNow, origin: null };
  return editBlock(change, { ...target, blockId: block.id }, words, version);
}
