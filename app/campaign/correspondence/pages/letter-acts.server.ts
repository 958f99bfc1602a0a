import { z } from "zod";
import { chosenDesks, readChosenDesks } from "#app/campaign/clearances/chosen-desks.ts";
import { identifier, paragraphs } from "#app/http/fields.ts";
import { type CampaignArrival, notAllowed, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseByRule, refuseForm, save } from "#app/http/save-form.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { clearCable, explainCableRefusal, returnCable, sendCable } from "../clearing.server.ts";
import type { Drafted } from "../drafting.server.ts";
import type { Correspondence } from "../lists.server.ts";
import { CORRESPONDENCE_RECORDS } from "../record.ts";
import { saveCorrespondence } from "../store.server.ts";
import type { Words } from "../words.ts";
import { letterHere } from "./letters-here.server.ts";
import { draftAgain } from "./write-letter.server.ts";

/** What the form of a piece of correspondence opens on. */
export function typedOf(
  { kind }: Pick<Correspondence, "kind">,
  { subject, to, reference, text, handling }: Words & { handling: Handling },
) {
  return CORRESPONDENCE_RECORDS[kind].typed({ subject, to, reference, text, handling });
}

const act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("draft-again") }),
  z.object({ intent: z.literal("go-back"), number: z.coerce.number().int().min(1).max(100_000) }),
  z.object({ intent: z.literal("send"), shownWords: identifier, desks: chosenDesks }),
  z.object({ intent: z.literal("clear"), request: identifier, shownWords: identifier }),
  z.object({
    intent: z.literal("return"),
    request: identifier,
    reasons: paragraphs(2_000, "Write what should change"),
  }),
]);

type Acting = CampaignArrival & Sent;

/** Saves the next version, or does what one of the buttons of the page says. */
export async function answerLetterAct(arrival: Acting) {
  const { form } = arrival;
  if (!form.has("intent")) return saveTyped(arrival, await letterHere(arrival), null);
  const read = readForm(form, act);
  if (!read.ok) return refuseForm(form, read.errors);
  switch (read.value.intent) {
    case "draft-again":
      return saveDraft(arrival);
    case "go-back":
      return goBack(arrival, read.value.number);
    default:
      return answerDesk(arrival, read.value);
  }
}

/**
 * What was typed as the next version; what the form of this kind does not ask stays as it was. Where it is drafted again, the
 * draft follows it in the same change.
 */
async function saveTyped(arrival: Acting, letter: Correspondence, draft: Drafted | null) {
  const [newest] = letter.versions;
  const target = targetOf(arrival);
  return save(
    arrival,
    CORRESPONDENCE_RECORDS[letter.kind].read(arrival.form, arrival.today),
    (change, typed, version) => {
      const { subject, to, reference, text, handling } = { ...newest, ...typed };
      const written = { words: { subject, to, reference, text }, handling, reason: "" };
      if (draft === null) return saveCorrespondence(change, target, written, version);
      return saveCorrespondence(change, target, { ...draft, reason: DRAFTED_AGAIN }, version, written);
    },
    () => "",
    async () => {
      const theirs = await letterHere(arrival);
      return {
        kind: "correspondence" as const,
        id: theirs.id,
        version: theirs.version,
        values: typedOf(theirs, theirs.versions[0]),
      };
    },
  );
}

const DRAFTED_AGAIN = "Drafted again from the records";

/** The records as they stand now, as the version after what was typed. */
async function saveDraft(arrival: Acting) {
  const letter = await letterHere(arrival);
  const made = await draftAgain(arrival, letter);
  if (made === null)
    return refuseByRule(
      arrival.form,
      "The record this was drafted from no longer exists, so the text has been left as it is.",
    );
  if (!arrival.form.has("text")) return saveNext(arrival, letter, { ...made, reason: DRAFTED_AGAIN });
  // What is refused comes back as typed, as that of any save.
  arrival.form.delete("intent");
  return saveTyped(arrival, letter, made);
}

async function goBack(arrival: Acting, number: number) {
  const letter = await letterHere(arrival);
  const { subject, to, reference, text, handling } =
    letter.versions.find((one) => one.number === number) ?? notFound();
  return saveNext(arrival, letter, {
    words: { subject, to, reference, text },
    handling,
    reason: `Went back to version ${number}`,
  });
}

/** The version before stays, so that nothing is lost whoever saved last. */
function saveNext(
  arrival: Acting,
  letter: Correspondence,
  next: { words: Words; handling: Handling; reason: string },
) {
  return save(
    arrival,
    { ok: true, value: next },
    (change) => saveCorrespondence(change, targetOf(arrival), next, letter.version),
    () => "Someone else saved this text at the same moment. Check the current text, then try again.",
  );
}

type DeskAct = Extract<z.infer<typeof act>, { intent: "send" | "clear" | "return" }>;

function answerDesk(arrival: Acting, asked: DeskAct) {
  const { campaign: settings } = arrival;
  if (!settings.cablesAreCleared)
    notAllowed("Cables are not cleared in this campaign. An administrator can change that under Settings.");
  const target = targetOf(arrival);
  const read = readChosenDesks(asked.intent === "send" ? asked.desks : undefined, arrival.now);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  const { chosen } = read;
  return save(
    arrival,
    { ok: true, value: asked },
    async (change) => {
      switch (asked.intent) {
        case "send":
          return sendCable(change, target, { shownWords: asked.shownWords, settings, chosen });
        case "clear":
          return clearCable(change, target, {
            requestId: asked.request,
            shownWords: asked.shownWords,
            settings,
          });
        case "return":
          return returnCable(change, target, { requestId: asked.request, reasons: asked.reasons.trim() });
      }
    },
    (refusal) => explainCableRefusal(refusal),
  );
}

function targetOf({ campaign, params }: Acting) {
  return { campaignId: campaign.id, id: params.letter ?? "" };
}
