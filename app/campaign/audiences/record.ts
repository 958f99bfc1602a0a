import { z } from "zod";
import { line, optionallyChosen, optionallyOneOf, optionalParagraphs } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { AUDIENCE_KINDS, type AudienceKind, isAudienceKind } from "./audience-kind.ts";
import { STANCES } from "./stances/stance.ts";

/** What an audience is called, in every campaign that it belongs to. */
const shared = {
  name: line(160, "Enter a name for the audience").meta({
    label: "Audience",
    hint: "A group, not a person, for example “Pentagon, NATO policy”",
  }),
  kind: z
    .custom<AudienceKind>(
      (value) => typeof value === "string" && isAudienceKind(value),
      "Choose what kind of audience it is",
    )
    .meta({ control: "select", label: "Kind", none: "Choose", options: AUDIENCE_KINDS }),
};

/** Which side of a committee is met: the two are two audiences. */
const sided = {
  side: optionallyOneOf(["majority", "minority"], "Choose majority or minority", (side) =>
    side === "majority" ? "Majority" : "Minority",
  ).meta({
    control: "buttons",
    optional: false,
    label: "Side",
    hint: "Majority and minority are separate audiences",
  }),
};

const FIVE = [1, 2, 3, 4, 5] as const;

/** What an audience is in one campaign: how much it matters, what we want, who looks after it. */
const standing = {
  priority: step([1, 2, 3], "Choose a priority from 1 to 3").meta({
    label: "Priority",
    hint: "1 is highest",
  }),
  influence: step(FIVE, "Choose the influence, from 1 to 5").meta({
    label: "Influence",
    hint: "On the decision; 3 or more is high",
  }),
  interest: step(FIVE, "Choose the interest, from 1 to 5").meta({
    label: "Interest",
    hint: "In the issue; 3 or more is high",
  }),
  desiredStance: step(FIVE, "Choose a stance from the list")
    .nullable()
    .default(null)
    .meta({
      control: "select",
      optional: true,
      label: "Stance we want",
      none: "Not set",
      options: STANCES.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` })),
    }),
  goal: optionalParagraphs(500).meta({
    label: "Goal",
    hint: "A visible change, for example: a question on burden-sharing asked at a hearing",
  }),
  owner: optionallyChosen().meta({
    label: "Relationship owner",
    none: "No one yet",
    column: "owner_account_id",
  }),
};

function step<const Each extends number>(steps: readonly Each[], sentence: string) {
  const options = steps.map((each) => ({ value: String(each), label: String(each) }));
  return z.coerce
    .number({ error: sentence })
    .pipe(z.literal(steps, { error: sentence }))
    .meta({ control: "buttons", options });
}

/** An audience of a campaign (DOMAIN.md, audience). */
export const audienceRecord = record({ ...shared, ...standing });
/** One that is made of an organisation, and one made of a side of it: the organisation gives the name. */
export const madeAudienceRecord = record(standing);
export const sidedAudienceRecord = record({ ...sided, ...standing });

export type AudienceText = ValuesOf<typeof audienceRecord>;
export type AudienceStanding = ValuesOf<typeof madeAudienceRecord>;
