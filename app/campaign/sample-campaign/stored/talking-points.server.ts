import { listRound } from "#app/campaign/clearances/requests.server.ts";
import { addBlock } from "#app/campaign/talking-points/blocks.server.ts";
import {
  clearPaper,
  clearPaperBySilence,
  markPaperUsed,
  releasePaper,
  returnPaper,
  sendPaper,
} from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { paperHash } from "#app/campaign/talking-points/paper-hash.ts";
import { reportRelease } from "#app/campaign/talking-points/reports.server.ts";
import type { PaperTarget } from "#app/campaign/talking-points/target.server.ts";
import { findPaper, type StoredPaper } from "#app/campaign/talking-points/text.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { SamplePaper } from "../papers.ts";
import type { Sample } from "../sample-campaign.ts";
import { workingDayAgo } from "../sample-days.ts";
import { HEAD_OF_MISSION } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import type { PlacedEvent } from "./outreach-events.server.ts";
import { remark, reply } from "./paper-comments.server.ts";
import { type Answer, changeFirstPoint, cite, ownBlock, type PaperText, start } from "./paper-text.server.ts";
import { accountId, sampleId } from "./scribe.server.ts";

const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: false };
/** Where a desk is to agree by its silence; the other papers that are overdue still wait for a person. */
const silentSettings = { ...settings, silenceIsAgreement: true };
const HOUR = 3_600_000;

type Paper = PaperText & { database: Database; today: string };

/** The papers, each taken along its way by the same acts that the pages use: started, sent, cleared, used. */
export async function writePapers(
  database: Database,
  sample: Sample,
  events: readonly PlacedEvent[],
  known: Known,
  isWanted: (paper: SamplePaper) => boolean,
): Promise<void> {
  for (const paper of sample.papers.filter(isWanted)) {
    const one = events.find(({ event }) => event.key === paper.event);
    if (one === undefined) throw new Error(`The sample has a paper for ${paper.event}, which it lacks`);
    const target = { campaignId: one.event.campaign, paperId: sampleId("talking points", paper.event) };
    await writePaper({ database, target, today: sample.days.today, paper, known }, one);
  }
}

async function writePaper(written: Paper, { id: eventId, endsAt }: PlacedEvent): Promise<void> {
  const { paper, target } = written;
  const { drafter, way } = paper;
  await act(written, drafter, 0, (change) => start(change, written, eventId));
  if (paper.ownPoint !== "")
    await act(written, drafter, 0, (change) => addBlock(change, target, ownBlock(paper)));
  for (const code of paper.ownProofPoints)
    await act(written, drafter, 0, (change) => cite(change, target, code));
  if (way === "drafting") return;
  await act(written, drafter, 0, (change) => send(change, target));
  if (paper.comment !== "") await act(written, "clearer", 1, (change) => remark(change, written));
  if (way === "sent to the embassy") return;
  if (paper.reply !== "") await act(written, drafter, 1, (change) => reply(change, written));
  if (way === "returned") {
    await act(written, "clearer", 1, (change) => sendBack(change, target, paper.reasons));
    return;
  }
  await agree(written);
  if (way === "sent to the ministry") return;
  if (paper.firstPointNow !== "")
    await act(written, drafter, 4, (change) => changeFirstPoint(change, written));
  if (paper.isUsed) {
    await actAt(written, drafter, new Date(endsAt.getTime() + HOUR), (change) =>
      markPaperUsed(change, target),
    );
  }
}

/** The embassy first, then the ministry where it is asked at all; or the head of mission, who reports it after. */
async function agree(written: Paper): Promise<void> {
  const { paper, target } = written;
  if (paper.way === "released") {
    await act(written, HEAD_OF_MISSION, 1, (change) => release(change, target));
    await act(written, "clearer", 3, (change) => report(change, written));
    return;
  }
  const how = paper.way === "cleared by silence" ? silentSettings : settings;
  await act(written, "clearer", 1, (change) => clear(change, target, how));
  if (paper.way === "cleared by silence") await letSilenceSpeak(written);
  if (paper.way === "sent to the ministry" || !(await isWithTheMinistry(written))) return;
  await act(written, "ministry", 2, (change) => clear(change, target, settings));
}

async function isWithTheMinistry({ database, target }: Paper): Promise<boolean> {
  const paper = await findPaper(database.read, target.campaignId, target.paperId);
  return paper?.stage === "sent for clearance";
}

/** At the time that the ministry's desk was given; where the calendar left it too little, its holder answers. */
async function letSilenceSpeak(written: Paper): Promise<void> {
  const { database, target } = written;
  const round = await listRound(database.read, { kind: "talking points", id: target.paperId });
  const open = round.find(({ silenceAt, answer }) => silenceAt !== null && answer === null);
  if (open === undefined || open.silenceAt === null) return;
  await actAt(written, "system", open.silenceAt, async (change) => {
    const act = { requestId: open.id, settings: silentSettings };
    return (await clearPaperBySilence(change, target, act)) ?? { ok: false, reason: "silence-means-nothing" };
  });
}

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
  const isSystem = by === "system";
  const author = {
    accountId: isSystem ? by : accountId(by),
    channel: isSystem ? "command line" : "web",
    now: at,
  } as const;
  const done = await database.change(author, { submission: null, campaignId: target.campaignId }, work);
  if (!done.ok) throw new Error(`The paper for ${paper.event} cannot go its way: ${done.reason}`);
}

function send(change: Change, target: PaperTarget): Promise<Answer> {
  return sendPaper(change, target, { settings, chosen: null, onlyDifference: false });
}

function sendBack(change: Change, target: PaperTarget, reasons: string): Promise<Answer> {
  return returnPaper(change, target, { requestId: null, reasons });
}

async function clear(change: Change, target: PaperTarget, how: typeof settings): Promise<Answer> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  return clearPaper(change, target, { requestId: null, ...shown(paper), settings: how });
}

async function release(change: Change, target: PaperTarget): Promise<Answer> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const headOfMissionId = accountId(HEAD_OF_MISSION);
  return releasePaper(change, target, { ...shown(paper), headOfMissionId, settings });
}

function shown({ text, handling }: StoredPaper) {
  return { shownHash: paperHash(text), shownHandling: handling };
}

function report(change: Change, { target, paper, today }: Paper): Promise<Answer> {
  const on = workingDayAgo(today, paper.startedDaysAgo - 3);
  return reportRelease(change, target, { on, to: "Americas desk" });
}
