import { z } from "zod";
import { ORGANISATION_KINDS } from "#app/campaign/audiences/audience-of-organisation.ts";
import { SIDES } from "#app/campaign/clearances/desk.ts";
import { ROLES_IN_DECISION } from "#app/campaign/contacts/contact.ts";
import {
  list,
  number,
  oneOrNone,
  sampleTable,
  words,
  wordsOrNone,
  yesOrNo,
  zone,
} from "./read-sample-data.ts";

export const AUTONOMY = "european-strategic-autonomy";

/** How the texts of the sample may travel, by TLP 2.0. */
export const SAMPLE_HANDLING = "TLP:AMBER" as const;

/** Who releases a text that cannot wait for the desks, by key. */
export const HEAD_OF_MISSION = "ambassador";

/** The three campaigns, the rich one first. They share audiences and contacts. */
export const CAMPAIGNS = sampleTable(
  "campaigns.csv",
  z.strictObject({
    // The key is what stands in the addresses: that of the name that the campaign had at first.
    key: words,
    firstCalled: words,
    name: words,
    aim: words,
    headOfMission: wordsOrNone,
    silenceIsAgreement: yesOrNo,
  }),
);

/** The people of the sample on our side: the five jobs first, then whoever else must agree. All are invented. */
export const COLLEAGUES = sampleTable(
  "colleagues.csv",
  z.strictObject({
    key: words,
    name: words,
    title: words,
    email: words,
    zone,
    role: z.enum(["reader", "officer", "embassy clearer", "ministry clearer"]),
    campaigns: list,
    // Everybody whom a job of the demo needs can sign in; the others are names in the calendar.
    signsIn: yesOrNo,
    administrator: yesOrNo,
  }),
).map(({ role, campaigns, ...colleague }) => ({
  ...colleague,
  roles: campaigns.map((campaign) => ({ campaign, role })),
}));
export type Colleague = (typeof COLLEAGUES)[number];

/** The desks of the three campaigns, in their order; all of them are asked about a holding line. */
export const DESKS = sampleTable(
  "desks.csv",
  z.strictObject({
    campaign: words,
    name: words,
    side: z.enum(SIDES),
    holder: wordsOrNone,
    deputy: wordsOrNone,
    country: words,
    zone,
    asks: z.enum(["clear", "not asked"]),
    // In the week of the sample's day, so that the deputy answers.
    isHolderAway: yesOrNo,
  }),
);

/** Real institutions, named as they name themselves. None carries a stance or a note of its own. */
export const ORGANISATIONS = sampleTable(
  "organisations.csv",
  z.strictObject({
    key: words,
    name: words,
    kind: z.enum(["chamber", "committee", ...ORGANISATION_KINDS]),
    // The key in the public list of Congress.
    congressCode: wordsOrNone,
    chamber: oneOrNone(["senate", "house"]),
  }),
);

const READINGS = sampleTable(
  "stance-readings.csv",
  z.strictObject({
    campaign: words,
    audience: words,
    contact: words,
    daysAgo: number,
    stance: number,
    evidence: words,
  }),
);

/** The dated stances of an audience in a campaign, or of one of its people; oldest first. */
function readingsOf(of: { campaign: string | null; audience: string; contact: string }) {
  return READINGS.filter(
    ({ campaign, audience, contact }) =>
      campaign === (of.campaign ?? campaign) && audience === of.audience && contact === of.contact,
  ).map(({ daysAgo, stance, evidence }) => ({ daysAgo, stance, evidence }));
}

const step = number.pipe(z.literal([1, 2, 3, 4, 5]));
const PLACES = sampleTable(
  "audiences-in-campaigns.csv",
  z.strictObject({
    audience: words,
    campaign: words,
    priority: number.pipe(z.literal([1, 2, 3])),
    influence: step,
    interest: step,
    desiredStance: step,
    owner: words,
  }),
);

/** Every audience of the three campaigns, the ten of the first one first; an audience may belong to several. */
export const AUDIENCES = sampleTable(
  "audiences.csv",
  z.strictObject({
    key: words,
    name: words,
    kind: z.enum(["congressional committee", "member office", "executive agency", "think tank", "press"]),
    // One that is made of an organisation is shared by all campaigns that meet that side of it.
    side: oneOrNone(["majority", "minority"]),
    organisation: wordsOrNone,
  }),
).map((audience) => ({
  ...audience,
  campaigns: PLACES.filter((place) => place.audience === audience.key).map(({ audience: key, ...place }) => ({
    ...place,
    readings: readingsOf({ campaign: place.campaign, audience: key, contact: "" }),
  })),
}));
export type SampleAudience = (typeof AUDIENCES)[number];

/**
 * Everybody in Washington whom the sample knows. All are invented; no one holds or held a real office. Of staff and civil
 * servants we keep what they said, not a score: only political appointees have readings.
 */
export const CONTACTS = sampleTable(
  "contacts.csv",
  z.strictObject({
    givenName: words,
    familyName: words,
    title: words,
    organisation: words,
    audience: words,
    role: z.enum(ROLES_IN_DECISION),
    owner: words,
    politicalAppointee: yesOrNo,
  }),
).map(({ audience, ...contact }) => {
  const key = `${contact.givenName}-${contact.familyName}`.toLowerCase();
  const readings = readingsOf({ campaign: null, audience, contact: key });
  return { key, ...contact, audiences: [audience], readings };
});
export type SampleContact = (typeof CONTACTS)[number];
