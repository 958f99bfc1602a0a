import { explainObjectiveRefusal } from "#app/domain/objectives/objective.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { afterChange, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { listChanges } from "#db/history.server.ts";
import { listAudienceChoices } from "#db/queries/audience-lists.server.ts";
import {
  editObjective,
  findObjective,
  type ListedObjective,
  listReadings,
  readObjective,
} from "#db/queries/objectives.server.ts";
import { readEditedObjective, readNewReading } from "./objective-form.server.ts";

export type ObjectivePage = Awaited<ReturnType<typeof readObjectivePage>>;

/** One objective with its readings, its history and what its form offers. */
export async function readObjectivePage({
  database,
  campaign,
  home,
  params,
  now,
  kept,
  may,
}: CampaignArrival) {
  const target = { campaignId: campaign.id, objectiveId: params.objective ?? "" };
  const objective = await findObjective(database.read, target);
  if (objective === null) notFound();
  const [readings, changes, audiences] = await Promise.all([
    listReadings(database.read, objective.id),
    listChanges(database.read, "objective", objective.id),
    listAudienceChoices(database.read, campaign.id),
  ]);
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    today: dateIn(now, WASHINGTON),
    objective,
    readings,
    changes,
    audiences,
    mayWrite: may("write"),
    kept,
  };
}

/** The two forms of the page: a reading has a `value`, an objective that is edited a `sentence`. */
export async function answerObjectivePage(arrival: CampaignArrival & Sent) {
  return arrival.form.has("value") ? answerReading(arrival) : answerEdit(arrival);
}

async function answerReading({
  form,
  author,
  submission,
  campaign,
  database,
  params,
  now,
}: CampaignArrival & Sent) {
  const read = readNewReading(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { campaignId: campaign.id, objectiveId: params.objective ?? "" };
  const added = await database.change(author, submission, (change) =>
    readObjective(change, target, read.reading),
  );
  if (added.ok) return afterChange(added);
  if (added.reason === "not-found") notFound();
  return refuseByRule(form, explainObjectiveRefusal(added.reason));
}

async function answerEdit({
  form,
  author,
  submission,
  campaign,
  database,
  params,
  now,
}: CampaignArrival & Sent) {
  const read = readEditedObjective(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { campaignId: campaign.id, objectiveId: params.objective ?? "" };
  const saved = await database.change(author, submission, (change) =>
    editObjective(change, target, read.objective, read.version),
  );
  if (saved.ok) return afterChange(saved);
  switch (saved.reason) {
    case "not-found":
      return notFound();
    case "not-of-this-campaign":
      return refuseForm(form, { audience: "Choose an audience of this campaign" });
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
export function valuesOfObjective(objective: ListedObjective): Record<string, string> {
  const { sentence, level, indicator, unit, measuredHow, audienceId } = objective;
  return {
    sentence,
    level,
    indicator,
    unit,
    measuredHow,
    audience: audienceId ?? "",
    baseline: String(objective.baseline),
    target: String(objective.target),
    due: formatDate(objective.dueOn),
  };
}
