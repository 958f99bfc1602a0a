import { z } from "zod";
import { PAPER_SIZES } from "#app/documents/paper-size.ts";
import { day, line, oneOf, optionallyChosen, optionalParagraphs, tick } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { explainHandling, HANDLINGS } from "#app/text/handling.ts";

const STATUSES = ["planned", "in progress", "completed", "cancelled"] as const;

function wholeNumber(most: number, sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((number) => number <= most, sentence)
    .meta({ control: "line", inputMode: "numeric" });
}

/** What a campaign is. */
const about = {
  name: line(120, "Enter the name of the campaign").meta({ label: "Name" }),
  sentence: optionalParagraphs(500).meta({
    label: "What the campaign must change",
    hint: "One sentence, for example: US policymakers support European strategic autonomy while NATO stays vital",
  }),
  status: oneOf(
    STATUSES,
    "Choose the status of the campaign",
    (status) => status.charAt(0).toUpperCase() + status.slice(1),
  ).meta({ label: "Status", hint: "A completed or cancelled campaign keeps all its reports" }),
  startsOn: day().meta({ label: "From" }),
  endsOn: day().meta({ label: "Until", beside: true }),
  handling: oneOf(HANDLINGS, "Choose a handling mark", (mark) => `${mark}: ${explainHandling(mark)}`).meta({
    label: "Handling mark on its papers",
    hint: "The mark given to new papers. Not for classified information.",
  }),
  paperSize: oneOf(PAPER_SIZES, "Choose A4 or US Letter").meta({
    label: "Paper size",
    hint: "For PDF and Word files. Pages printed from the browser follow the printer’s setting.",
  }),
  clashDays: wholeNumber(365, "Enter a number of days from 0 to 365").meta({
    label: "Days between two visits to the same office",
    hint: "A second visit within this many days, by any campaign, is pointed out. Enter 0 for the same day only.",
  }),
  travelMinutes: wholeNumber(240, "Enter a number of minutes from 0 to 240").meta({
    label: "Minutes of travel between two places",
    hint: "If there are fewer minutes than this between two events in different places, they clash for anyone at both. Enter 0 to ignore travel.",
  }),
};

/** A rule that holds where its box is ticked. */
const rule = (label: string, box: string, hint: string) =>
  tick().meta({ label, options: [{ value: "on", label: box, hint }] });

/** Who must agree with whom, and what may be kept about people: an administrator's to set. */
const rules = {
  embassyClearsAlone: rule(
    "Clearance",
    "The embassy may clear alone",
    "where the ministry has cleared the wording of every block and that wording is used unaltered",
  ),
  ownDraftMayBeCleared: rule(
    "Clearing one’s own draft",
    "A clearer may clear their own draft",
    "this is always shown",
  ),
  silenceIsAgreement: rule(
    "Silence",
    "A ministry desk that does not answer by its deadline is taken to agree",
    "clearance by silence is always shown; at the embassy a person must always answer",
  ),
  cablesAreCleared: rule(
    "Cables",
    "Cables must be cleared before they are sent",
    "by the embassy’s desks, and by the ministry’s unless the embassy may clear alone; an uncleared cable is marked as not cleared on every page",
  ),
  headOfMission: optionallyChosen().meta({
    label: "Head of mission",
    hint: "May release a paper that is with the clearers, but must report the release to the ministry afterwards. Only an embassy clearer can be chosen.",
    none: "No one",
    optional: false,
  }),
  isPersonStanceAllowed: rule(
    "People",
    "Individuals’ stances may be recorded",
    "for elected members and senior political appointees only; check with counsel",
  ),
};

/** A campaign as its officers edit it. */
export const campaignRecord = record(about);

/** A campaign with its rules, as an administrator edits it. */
export const ruledCampaignRecord = record({ ...about, ...rules });

export type CampaignTerms = ValuesOf<typeof campaignRecord>;
export type RuledCampaign = ValuesOf<typeof ruledCampaignRecord>;
