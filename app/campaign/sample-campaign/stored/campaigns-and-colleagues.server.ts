import { insertAccount } from "#app/campaign/accounts/store.server.ts";
import { addCampaign, changeCampaign, findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { addDesk, changeDesk, listDesks } from "#app/campaign/clearances/desks.server.ts";
import { placeOfDesk } from "#app/campaign/clearances/written-desk.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { newId } from "#db/identifier.server.ts";
import { updateInstallation } from "#db/installation.server.ts";
import { CAMPAIGNS, type Colleague, DESKS, SAMPLE_HANDLING } from "../who-is-who.ts";
import { act, atNoon, type Scribe, SYSTEM } from "./scribe.server.ts";

/** The three campaigns, the accounts of the demo with everybody's role in them, and the desks. */
export async function writeCampaignsAndColleagues(scribe: Scribe, passwordHash: string): Promise<void> {
  const at = atNoon(scribe.sample.days.campaignStarts);
  for (const campaign of CAMPAIGNS) await addOne(scribe, campaign, at);
  for (const colleague of scribe.sample.colleagues) await addColleague(scribe, colleague, passwordHash, at);
  for (const campaign of CAMPAIGNS) await giveRules(scribe, campaign, at);
  for (const desk of DESKS) await writeDesk(scribe, desk, at);
  await act(scribe, { by: SYSTEM, at, campaign: null }, async (change) => {
    await updateInstallation(change, { set_up_at: at.toISOString() });
    const summary = "Set up with the sample campaigns";
    const location = addressOf.overview(CAMPAIGNS[0]?.key ?? "");
    const installation = { recordKind: "installation", recordId: "installation" } as const;
    return change.describe({ ...installation, action: "set up", summary, location });
  });
}

type SampleCampaign = (typeof CAMPAIGNS)[number];

/** Set up under the name that stands in its addresses for good. */
async function addOne(scribe: Scribe, campaign: SampleCampaign, at: Date): Promise<void> {
  const written = { ...termsOf(scribe, campaign), name: campaign.firstCalled, headOfMission: null };
  const id = await act(scribe, { by: SYSTEM, at, campaign: null }, (change) => addCampaign(change, written));
  if (id !== campaign.key) throw new Error(`The campaign ${campaign.key} is called ${id} in its addresses`);
}

/** Named as it is called now, with its head of mission, who has an account by then. */
async function giveRules(scribe: Scribe, campaign: SampleCampaign, at: Date): Promise<void> {
  const found = await findCampaign(scribe.database.read, campaign.key);
  const headOfMission =
    campaign.headOfMission === null ? null : scribe.idOf("account", campaign.headOfMission);
  const written = { ...termsOf(scribe, campaign), headOfMission };
  const target = { id: campaign.key, location: "/admin/campaigns" };
  await act(scribe, { by: SYSTEM, at, campaign: null }, (change) =>
    changeCampaign(change, target, written, found?.version ?? 0),
  );
}

function termsOf({ sample: { days } }: Scribe, { name, aim, silenceIsAgreement }: SampleCampaign) {
  return {
    name,
    sentence: aim,
    handling: SAMPLE_HANDLING,
    silenceIsAgreement,
    status: "in progress" as const,
    paperSize: "A4" as const,
    startsOn: days.campaignStarts,
    endsOn: days.campaignEnds,
    clashDays: 14,
    travelMinutes: 30,
    embassyClearsAlone: true,
    ownDraftMayBeCleared: false,
    isPersonStanceAllowed: true,
    cablesAreCleared: false,
  };
}

async function addColleague(
  scribe: Scribe,
  { key, email, name, title, zone, signsIn, administrator, roles }: Colleague,
  passwordHash: string,
  at: Date,
): Promise<void> {
  const id = newId();
  const account = {
    id,
    email,
    name,
    position: title,
    zone,
    isAdministrator: administrator,
    passwordHash: signsIn ? passwordHash : null,
    roles: roles.map(({ campaign, role }) => ({ campaignId: campaign, role })),
  };
  await act(scribe, { by: SYSTEM, at, campaign: null }, (change) => {
    const added = {
      action: "added",
      summary: `Added an account for ${name}`,
      location: `/admin/accounts/${id}`,
    };
    change.describe({ recordKind: "account", recordId: id, ...added });
    return insertAccount(change, account);
  });
  scribe.keep("account", key, id);
}

/** Every campaign has two desks from its beginning; the others are added. */
async function writeDesk(scribe: Scribe, desk: (typeof DESKS)[number], at: Date): Promise<void> {
  const { campaign, name, side, holder, deputy, asks, isHolderAway } = desk;
  const { today } = scribe.sample.days;
  const person = (key: string | null) => (key === null ? null : scribe.idOf("account", key));
  const written = {
    name,
    side,
    asks,
    place: placeOfDesk(desk)?.city ?? "Washington",
    isAskedForHoldingLines: true,
    holder: person(holder),
    deputy: person(deputy),
    awayFrom: isHolderAway ? addDays(today, -2) : null,
    awayUntil: isHolderAway ? addDays(today, 4) : null,
  };
  const present = (await listDesks(scribe.database.read, campaign)).find((one) => one.name === name);
  await act(scribe, { by: SYSTEM, at, campaign }, (change) => {
    if (present === undefined) return addDesk(change, campaign, written);
    const { id: deskId, version } = present;
    return changeDesk(change, { campaignId: campaign, deskId, version }, written);
  });
}
