import { z } from "zod";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { save } from "#app/http/act.server.ts";
import { version } from "#app/http/fields.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { listChanges } from "#db/history.server.ts";
import { judgeListed } from "../judged-objectives.server.ts";
import { findObjective, listReadings } from "../lists.server.ts";
import { explainAtFields, explainObjectiveRefusal } from "../objective.ts";
import { objectiveAsTyped, readingRecord, readObjectiveForm } from "../record.ts";
import { editObjective, readObjective, retireObjective } from "../store.server.ts";
import { readObjectiveChoices } from "./objective-choices.server.ts";

export type ObjectivePage = Awaited<ReturnType<typeof readObjectivePage>>;

/** One objective as it stands today, with its readings, its history and what its form offers. */
export async function readObjectivePage(arrival: CampaignArrival) {
  const { database, campaign, home, now, kept, may } = arrival;
  const { read } = database;
  const today = dateIn(now, WASHINGTON);
  const listed = await findObjective(read, targetOf(arrival));
  if (listed === null) notFound();
  const report = await readReceptionReport(read, campaign, today);
  const [objective, readings, changes, offered] = await Promise.all([
    judgeListed(read, campaign.id, listed, report, today),
    listReadings(read, listed.id),
    listChanges(read, "objective", listed.id),
    readObjectiveChoices(read, campaign.id, listed.source),
  ]);
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    today,
    objective,
    version: listed.version,
    values: objectiveAsTyped(listed),
    readings,
    changes,
    offered,
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

function answerReading(arrival: CampaignArrival & Sent) {
  return save(
    arrival,
    readingRecord.read(arrival.form, dateIn(arrival.now, WASHINGTON)),
    (change, { read, ...rest }) => readObjective(change, targetOf(arrival), { ...rest, readOn: read }),
    ({ reason }) => explainObjectiveRefusal(reason),
  );
}

function answerRetiring(arrival: CampaignArrival & Sent) {
  return save(
    arrival,
    readForm(arrival.form, retiring),
    (change, asked) => retireObjective(change, targetOf(arrival), asked.version),
    () => "Somebody has changed the objective meanwhile. Read it again before you retire it",
  );
}

const retiring = z.object({ retire: z.literal("yes"), version });

function answerEdit(arrival: CampaignArrival & Sent) {
  const target = targetOf(arrival);
  return save(
    arrival,
    readObjectiveForm(arrival.form, dateIn(arrival.now, WASHINGTON)),
    (change, objective, version) => editObjective(change, target, objective, version),
    ({ reason }) => explainAtFields(reason),
    async () => {
      const theirs = (await findObjective(arrival.database.read, target)) ?? notFound();
      return { ...theirs, kind: "objective" as const, values: objectiveAsTyped(theirs) };
    },
  );
}
