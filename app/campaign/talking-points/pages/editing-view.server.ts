import { listAvoidLines, listMessagesOfPaper } from "#app/campaign/instructions/avoid-lines.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { checkPaper } from "../checks/checks.ts";
import { readingMinutes } from "../checks/reading-time.ts";
import { listProofPointChoices } from "../footnotes.server.ts";
import type { EventOfPaper } from "../lists.server.ts";
import { listClearedFramings } from "../shelves/cleared-framings.server.ts";
import type { CurrentWording } from "../shelves/cleared-wording.ts";
import { findLooseShelf, listLibrary } from "../shelves/library.server.ts";
import { listShelvedMessages } from "../shelves/store.server.ts";
import type { StoredPaper } from "../text.server.ts";

/** So many proof points are offered by name; any other is cited by its code. */
const MOST_CHOICES = 300;

type Shown = {
  paper: StoredPaper;
  event: EventOfPaper | null;
  wordings: readonly CurrentWording[];
  today: string;
};

/** What to know about the words of a paper, and, for those who may change them, what is offered to be put in. */
export async function readEditingView(
  { database, campaign, may, url }: CampaignArrival,
  { paper, event, wordings, today }: Shown,
) {
  const { read } = database;
  const messages = await listMessagesOfPaper(read, paper);
  const avoidLines = await listAvoidLines(read, paper, messages, today);
  const slotMinutes = event === null ? null : (event.endsAt.getTime() - event.startsAt.getTime()) / 60_000;
  const wanted = (url.searchParams.get("library") ?? "").slice(0, 100);
  const mayEdit = may("write") && paper.stage !== "used";
  const seen = {
    checks: checkPaper(paper.text, { wordings, avoidLines, slotMinutes, today }),
    minutes: readingMinutes(paper.text),
    slotMinutes,
    wanted,
    mayEdit,
  };
  if (!mayEdit) return { ...seen, library: [], libraryCutAt: null, proofPoints: [], framings: [] };
  const shelved = await listShelvedMessages(read, campaign.id, { wanted, first: messages });
  const loose = await findLooseShelf(read, campaign.id, wanted, today);
  return {
    ...seen,
    library: [...(await listLibrary(read, shelved.rows, today)), ...(loose === null ? [] : [loose])],
    libraryCutAt: shelved.cutAt,
    proofPoints: (await listProofPointChoices(read, campaign.id)).slice(0, MOST_CHOICES),
    framings: await listClearedFramings(read, messages, event?.audienceIds ?? []),
  };
}
