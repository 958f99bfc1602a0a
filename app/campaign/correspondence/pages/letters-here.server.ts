import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { takenInWords } from "#app/time/format.ts";
import { clearanceLine, listDesksForCable, standingOfCable } from "../clearing.server.ts";
import { correspondenceDocument } from "../leaving.ts";
import { type Correspondence, findCorrespondence } from "../lists.server.ts";

/** The piece of correspondence that the address names. */
export async function letterHere({ database, campaign, params }: CampaignArrival): Promise<Correspondence> {
  return (await findCorrespondence(database.read, campaign.id, params.letter ?? "")) ?? notFound();
}

/** As it leaves now: its newest version, with how it travels, by whom it is cleared, and who takes it. */
export async function leavingHere(arrival: CampaignArrival, letter: Correspondence) {
  const { database, account, home, now, today } = arrival;
  const standing = await standingOfCable(database.read, letter);
  const [newest] = letter.versions;
  const clearance = clearanceLine(standing, home.homeZone, today);
  const document = correspondenceDocument({
    kind: letter.kind,
    words: newest,
    handling: newest.handling,
    clearance,
    taken: takenInWords("Copy taken", account.name, now, home.homeZone),
    erasedOn: letter.erasedOn,
  });
  return { standing, clearance, document, lacksSigns: await lacksSigns(newest.text) };
}

/** Who would be asked about a cable that is sent now, for those who may send it. */
export async function askingAbout(
  { database: { read }, campaign, may, now }: CampaignArrival,
  { id, kind }: Correspondence,
) {
  const isSent = kind === "cable" && campaign.cablesAreCleared && may("write");
  return {
    kind: "cable",
    offered: isSent ? await listDesksForCable(read, { campaignId: campaign.id, id }, campaign, now) : [],
    draft: {
      writers: await listWriters(read, { kind: "cable", id }),
      ownDraftMayBeCleared: campaign.ownDraftMayBeCleared,
    },
    silenceIsAgreement: campaign.silenceIsAgreement,
    now,
  };
}

/** Signs that some typeface of a PDF may lack. */
const UNUSUAL = /[^\s\u0020-\u017f\u2010-\u2026\u20ac\u2212]/u;

/** Whether the PDF has a box for some sign; the typefaces are opened only for a text that is not plain. */
async function lacksSigns(text: string): Promise<boolean> {
  return UNUSUAL.test(text) && (await import("#app/documents/pdf-fonts.ts")).lacksSigns(text);
}
