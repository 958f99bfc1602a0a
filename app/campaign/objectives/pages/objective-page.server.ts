import { z } from "zod";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { listMessagesReadOver } from "#app/campaign/effectiveness/read-over.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import { listObjectionsInUse } from "#app/campaign/messages/objections/list.server.ts";
import { version } from "#app/http/fields.ts";
import { withPresent } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { cut, cutInWords } from "#app/text/cut.ts";
import { listChanges } from "#db/history.server.ts";
import { judgeListed } from "../judged-objectives.server.ts";
import { findObjective, listReadings } from "../lists.server.ts";
import { explainAtFields, explainObjectiveRefusal } from "../objective.ts";
import { choiceOfSource, type ReadingSource } from "../reading-source.ts";
import { objectiveAsTyped, objectiveRecord, readingRecord, readObjectiveForm } from "../record.ts";
import { editObjective, readObjective, retireObjective } from "../store.server.ts";

export type ObjectivePage = Awaited<ReturnType<typeof readObjectivePage>>;

/** One objective as it stands today, with its readings, its history and what its form offers. */
export async function readObjectivePage(arrival: CampaignArrival) {
  const { database, campaign, today, kept, may } = arrival;
  const { read } = database;
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
    readingRecord.read(arrival.form, arrival.today),
    (change, { read, ...rest }) => readObjective(change, targetOf(arrival), { ...rest, readOn: read }),
    ({ reason }) => explainObjectiveRefusal(reason),
  );
}

function answerRetiring(arrival: CampaignArrival & Sent) {
  return save(
    arrival,
    readForm(arrival.form, retiring),
    (change, asked) => retireObjective(change, targetOf(arrival), asked.version),
    () => "Someone has changed the objective since you opened this page. Check it before you retire it",
  );
}

const retiring = z.object({ retire: z.literal("yes"), version });

function answerEdit(arrival: CampaignArrival & Sent) {
  const target = targetOf(arrival);
  return save(
    arrival,
    readObjectiveForm(arrival.form, arrival.today),
    (change, objective, version) => editObjective(change, target, objective, version),
    ({ reason }) => explainAtFields(reason),
    async () => {
      const theirs = (await findObjective(arrival.database.read, target)) ?? notFound();
      return { ...theirs, kind: "objective" as const, values: objectiveAsTyped(theirs) };
    },
  );
}

const MOST_OBJECTIONS = 200;
const OBJECTIONS = { which: "first objections by code", others: "For others, enter readings by hand." };

/** What the form of an objective offers: the campaign's audiences, and what may read the indicator. */
export async function readObjectiveChoices(
  read: CampaignArrival["database"]["read"],
  campaignId: string,
  present: ReadingSource = { kind: "entered" },
) {
  const [audiences, messages, found] = await Promise.all([
    listAudienceChoices(read, campaignId),
    listMessagesReadOver(read, campaignId),
    listObjectionsInUse(read, campaignId, { offset: 0, limit: MOST_OBJECTIONS + 1 }),
  ]);
  const objections = cut(found, MOST_OBJECTIONS);
  const sources = sourceOptions(
    messages.map(({ id, number, title }) => ({ id, name: `${number}, ${title}` })),
    objections.rows.map(({ id, code, name }) => ({ id, name: `${code}, ${name}` })),
  );
  const said = objectiveRecord.fields.find(({ name }) => name === "source")?.hint;
  return {
    choices: {
      audience: audiences.map(({ id, name }) => ({ value: id, label: name })),
      source: withPresent(sources, [{ value: choiceOfSource(present), label: "Current source (retired)" }]),
    },
    hints: { source: `${said} ${cutInWords(objections.cutAt, OBJECTIONS)}`.trim() },
  };
}

type Named = { id: string; name: string };

/** What may read an indicator, as one list of choices: "reception:ID", "feedback:public statement", "stance". */
function sourceOptions(messages: readonly Named[], objections: readonly Named[]) {
  return [
    { value: "entered", label: "Readings are entered by hand" },
    { value: "stance", label: "Stance of the audience, 1 to 5" },
    ...messages.map(({ id, name }) => ({ value: `reception:${id}`, label: `Reception of message ${name}` })),
    ...FEEDBACK_KINDS.map((kind) => ({ value: `feedback:${kind}`, label: `Number received: ${kind}` })),
    ...objections.map(({ id, name }) => ({
      value: `objection:${id}`,
      label: `Percentage of meetings in which ${name}, was raised`,
    })),
  ];
}
