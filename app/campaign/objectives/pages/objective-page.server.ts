import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { listChanges } from "#db/history.server.ts";
import { judgeListed } from "../judged-objectives.server.ts";
import { findObjective, type ListedObjective, listReadings } from "../lists.server.ts";
import { milestonesAsTyped } from "../milestone-lines.ts";
import { explainObjectiveRefusal } from "../objective.ts";
import { MEETINGS_READ } from "../reading-source.ts";
import { editObjective, readObjective, retireObjective } from "../store.server.ts";
import { readObjectiveChoices } from "./objective-choices.server.ts";
import {
  NOT_OF_THIS_CAMPAIGN,
  readEditedObjective,
  readNewReading,
  retiring,
} from "./objective-form.server.ts";
import { choiceOfSource } from "./source-choice.ts";

export type ObjectivePage = Awaited<ReturnType<typeof readObjectivePage>>;

/** One objective as it stands today, with its readings, its history and what its form offers. */
export async function readObjectivePage(arrival: CampaignArrival) {
  const { database, campaign, home, now, kept, may } = arrival;
  const { read } = database;
  const today = dateIn(now, WASHINGTON);
  const listed = await findObjective(read, targetOf(arrival));
  if (listed === null) notFound();
  const report = await readReceptionReport(read, campaign, today);
  const [objective, readings, changes, choices] = await Promise.all([
    judgeListed(read, campaign.id, listed, report, today),
    listReadings(read, listed.id),
    listChanges(read, "objective", listed.id),
    readObjectiveChoices(read, campaign.id),
  ]);
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    today,
    objective,
    version: listed.version,
    values: valuesOfObjective(listed),
    readings,
    changes,
    choices,
    mayWrite: may("write"),
    kept,
  };
}

function targetOf({ campaign, params }: CampaignArrival) {
  return { campaignId: campaign.id, objectiveId: params.objective ?? "" };
}

/** The three forms of the page: a reading has a `value`, giving up a `retire`, an objective that is edited a `sentence`. */
export async function answerObjectivePage(arrival: CampaignArrival & Sent) {
  if (arrival.form.has("value")) return answerReading(arrival);
  return arrival.form.has("retire") ? answerRetiring(arrival) : answerEdit(arrival);
}

async function answerReading(arrival: CampaignArrival & Sent) {
  const { form, author, submission, database, now } = arrival;
  const read = readNewReading(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    readObjective(change, targetOf(arrival), read.reading),
  );
  if (added.ok) return afterChange(added);
  if (added.reason === "not-found") notFound();
  return refuseByRule(form, explainObjectiveRefusal(added.reason));
}

async function answerRetiring(arrival: CampaignArrival & Sent) {
  const { form, author, submission, database } = arrival;
  const read = readForm(form, retiring);
  if (!read.ok) return refuseForm(form, read.errors);
  const retired = await database.change(author, submission, (change) =>
    retireObjective(change, targetOf(arrival), read.value.version),
  );
  if (retired.ok) return afterChange(retired);
  return retired.reason === "not-found" ? notFound() : refuseByRule(form, CHANGED_MEANWHILE);
}

const CHANGED_MEANWHILE = "Somebody has changed the objective meanwhile. Read it again before you retire it";

async function answerEdit(arrival: CampaignArrival & Sent) {
  const { form, author, submission, database, now } = arrival;
  const read = readEditedObjective(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const target = targetOf(arrival);
  const saved = await database.change(author, submission, (change) =>
    editObjective(change, target, read.objective, read.version),
  );
  if (saved.ok) return afterChange(saved);
  switch (saved.reason) {
    case "not-found":
      return notFound();
    case "not-of-this-campaign":
      return refuseForm(form, NOT_OF_THIS_CAMPAIGN);
    case "changed-by-somebody-else": {
      const theirs = (await findObjective(database.read, target)) ?? notFound();
      const record = { kind: "objective", id: theirs.id, version: theirs.version } as const;
      return refuseStale(form, await staleRecord(database, record, valuesOfObjective(theirs)));
    }
    default:
      return refuseByRule(form, explainObjectiveRefusal(saved.reason));
  }
}

/** What stands in the fields of an objective's form. */
function valuesOfObjective(objective: ListedObjective): Record<string, string> {
  const { sentence, level, indicator, unit, measuredHow, audienceId, source } = objective;
  return {
    ...{ sentence, level, indicator, unit, measuredHow },
    audience: audienceId ?? "",
    source: choiceOfSource(source),
    meetings: String(source.kind === "objection" ? source.meetings : MEETINGS_READ.usual),
    baseline: String(objective.baseline),
    baselineOn: formatDate(objective.baselineOn),
    target: String(objective.target),
    due: formatDate(objective.dueOn),
    expectedFrom: objective.expectedFrom === null ? "" : formatDate(objective.expectedFrom),
    milestones: milestonesAsTyped(objective.milestones),
  };
}
