import { listRound } from "#app/campaign/clearances/requests.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addBlock } from "#app/campaign/talking-points/blocks.server.ts";
import {
  clearPaper,
  clearPaperBySilence,
  markPaperUsed,
  releasePaper,
  returnPaper,
  sendPaper,
} from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { reportRelease } from "#app/campaign/talking-points/reports.server.ts";
import type { PaperTarget } from "#app/campaign/talking-points/target.server.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { SamplePaper } from "../papers.ts";
import { workingDayAgo } from "../sample-days.ts";
import { HEAD_OF_MISSION } from "../who-is-who.ts";
import type { PlacedEvent } from "./events.server.ts";
import {
  changeFirstPoint,
  cite,
  ownBlock,
  type PaperText,
  remark,
  reply,
  start,
} from "./paper-text.server.ts";
import { type Answer, act, type Scribe, SYSTEM } from "./scribe.server.ts";

const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: false };
/** Where a desk is to agree by its silence; the other papers that are overdue still wait for a person. */
const silentSettings = { ...settings, silenceIsAgreement: true };
const HOUR = 3_600_000;

type Paper = PaperText & { scribe: Scribe };

/** The papers, each taken along its way by the same acts that the pages use: started, sent, cleared, used. */
export async function writePapers(
  scribe: Scribe,
  events: readonly PlacedEvent[],
  isWanted: (paper: SamplePaper) => boolean,
): Promise<void> {
  for (const paper of scribe.sample.papers.filter(isWanted)) {
    const one = events.find(({ event }) => event.key === paper.event);
    if (one === undefined) throw new Error(`The sample has a paper for ${paper.event}, which it lacks`);
    const target = { campaignId: one.event.campaign, paperId: newId() };
    await writePaper({ scribe, target, paper }, one);
  }
}

async function writePaper(written: Paper, { event, endsAt }: PlacedEvent): Promise<void> {
  const { paper, target } = written;
  const { drafter, way } = paper;
  await inTheAfternoon(written, drafter, 0, (change) =>
    start(change, written, written.scribe.idOf("event", event.key)),
  );
  if (paper.ownPoint !== "")
    await inTheAfternoon(written, drafter, 0, (change) => addBlock(change, target, ownBlock(paper)));
  for (const code of paper.ownProofPoints)
    await inTheAfternoon(written, drafter, 0, (change) => cite(change, target, code));
  if (way === "drafting") return;
  await inTheAfternoon(written, drafter, 0, (change) => send(change, target));
  if (paper.comment !== "") await inTheAfternoon(written, "clearer", 1, (change) => remark(change, written));
  if (way === "sent to the embassy") return;
  if (paper.reply !== "") await inTheAfternoon(written, drafter, 1, (change) => reply(change, written));
  if (way === "returned") {
    await inTheAfternoon(written, "clearer", 1, (change) => sendBack(change, target, paper.reasons));
    return;
  }
  await agree(written);
  if (way === "sent to the ministry") return;
  if (paper.firstPointNow !== "")
    await inTheAfternoon(written, drafter, 4, (change) => changeFirstPoint(change, written));
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
    await inTheAfternoon(written, HEAD_OF_MISSION, 1, (change) => release(written, change));
    await inTheAfternoon(written, "clearer", 3, (change) => report(change, written));
    return;
  }
  const how = paper.way === "cleared by silence" ? silentSettings : settings;
  await inTheAfternoon(written, "clearer", 1, (change) => clear(change, target, how));
  if (paper.way === "cleared by silence") await letSilenceSpeak(written);
  if (paper.way === "sent to the ministry" || !(await isWithTheMinistry(written))) return;
  await inTheAfternoon(written, "ministry", 2, (change) => clear(change, target, settings));
}

async function isWithTheMinistry({ scribe: { database }, target }: Paper): Promise<boolean> {
  const paper = await findPaper(database.read, target.campaignId, target.paperId);
  return paper?.stage === "sent for clearance";
}

/** At the time that the ministry's desk was given; where the calendar left it too little, its holder answers. */
async function letSilenceSpeak(written: Paper): Promise<void> {
  const { scribe, target } = written;
  const round = await listRound(scribe.database.read, { kind: "talking points", id: target.paperId });
  const open = round.find(({ silenceAt, answer }) => silenceAt !== null && answer === null);
  if (open === undefined || open.silenceAt === null) return;
  await actAt(written, SYSTEM, open.silenceAt, async (change) => {
    const act = { requestId: open.id, settings: silentSettings };
    return (await clearPaperBySilence(change, target, act)) ?? { ok: false, reason: "silence-means-nothing" };
  });
}

/** Acts in the afternoon of a working day, `daysLater` days after the paper was started. */
async function inTheAfternoon(
  written: Paper,
  by: string,
  daysLater: number,
  work: (change: Change) => Promise<Answer>,
): Promise<void> {
  const day = workingDayAgo(written.scribe.sample.days.today, written.paper.startedDaysAgo - daysLater);
  const minutes = String(10 + daysLater * 10).padStart(2, "0");
  await actAt(written, by, new Date(`${day}T${15 + daysLater}:${minutes}:00.000Z`), work);
}

async function actAt(
  { scribe, target }: Paper,
  by: string,
  at: Date,
  work: (change: Change) => Promise<Answer>,
): Promise<void> {
  await act(scribe, { by, at, campaign: target.campaignId }, work);
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

async function release({ scribe, target }: Paper, change: Change): Promise<Answer> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (paper === null) return { ok: false, reason: "not-found" };
  const headOfMissionId = scribe.idOf("account", HEAD_OF_MISSION);
  return releasePaper(change, target, { ...shown(paper), headOfMissionId, settings });
}

function shown({ text, handling }: StoredPaper) {
  return { shownHash: paperHash(text), shownHandling: handling };
}

function report(change: Change, { scribe, target, paper }: Paper): Promise<Answer> {
  const on = workingDayAgo(scribe.sample.days.today, paper.startedDaysAgo - 3);
  return reportRelease(change, target, { on, to: "Americas desk" });
}
