import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { listMessagesReadOver } from "#app/campaign/effectiveness/read-over.server.ts";
import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import { listObjectionsInUse } from "#app/campaign/messages/objections/list.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { cut, cutInWords } from "#app/text/cut.ts";
import type { Option } from "#app/ui/controls.tsx";
import { choiceOfSource, type ReadingSource } from "../reading-source.ts";
import { objectiveRecord } from "../record.ts";

const MOST_OBJECTIONS = 200;
const OBJECTIONS = { which: "objections first by code", others: "Of a later one, enter the readings." };

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
      source: withPresent(sources, choiceOfSource(present)),
    },
    hints: { source: `${said} ${cutInWords(objections.cutAt, OBJECTIONS)}`.trim() },
  };
}

type Named = { id: string; name: string };

/** What may read an indicator, as one list of choices: "reception:ID", "feedback:public statement", "stance". */
function sourceOptions(messages: readonly Named[], objections: readonly Named[]) {
  return [
    { value: "entered", label: "People enter its readings" },
    { value: "stance", label: "Stance of the audience, 1 to 5" },
    ...messages.map(({ id, name }) => ({ value: `reception:${id}`, label: `Reception of message ${name}` })),
    ...FEEDBACK_KINDS.map((kind) => ({ value: `feedback:${kind}`, label: `How often it came: ${kind}` })),
    ...objections.map(({ id, name }) => ({
      value: `objection:${id}`,
      label: `Share of meetings that raised ${name}, in percent`,
    })),
  ];
}

/** The list with what reads it now, though its message or objection has been retired. */
function withPresent(options: readonly Option[], present: string): Option[] {
  if (options.some(({ value }) => value === present)) return [...options];
  return [...options, { value: present, label: "What reads it now (retired)" }];
}
