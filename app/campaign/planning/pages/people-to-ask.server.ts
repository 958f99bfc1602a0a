import { listAudienceOffers } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import type { AudienceOffer } from "#app/campaign/contacts/audiences-of-contact.ts";
import {
  findContactsToInvite,
  type Invitable,
  listContactsChosen,
  listContactsOfAudiencesToInvite,
} from "#app/campaign/outreach-events/participants/contacts.server.ts";
import { isReply, type Reply } from "#app/campaign/outreach-events/participants/participation.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";

/** Contacts as the form lists them: those who take part, with what they replied, then those who may be asked. */
export type PeopleToAsk = {
  chosen: (Invitable & { reply: Reply })[];
  offered: Invitable[];
  /** Of those found by name or those of the audiences, where there are more. */
  cutAt: number | null;
  who: string;
  /** To whoever takes part and belongs to no audience that is chosen. */
  offers: AudienceOffer[];
};

/** Who takes part by what stands in the form, and who else can be asked: of its audiences, and found by name. */
export async function peopleToAsk(
  { campaign, database }: CampaignArrival,
  values: FormValues,
  who: string,
): Promise<PeopleToAsk> {
  const ids = (values.contacts ?? []).slice(0, 60);
  const audienceIds = (values.audiences ?? []).slice(0, 60);
  const [chosen, found, ofAudiences, offers] = await Promise.all([
    listContactsChosen(database.read, campaign.id, ids),
    findContactsToInvite(database.read, campaign.id, who),
    listContactsOfAudiencesToInvite(database.read, campaign.id, audienceIds),
    listAudienceOffers(database.read, campaign.id, ids, audienceIds),
  ]);
  const replies = repliesIn(values.replies ?? []);
  const others = [...found.rows, ...ofAudiences.rows].filter(({ id }) => !ids.includes(id));
  return {
    chosen: chosen.map((contact) => ({ ...contact, reply: replies.get(contact.id) ?? "needs-action" })),
    offered: [...new Map(others.map((contact) => [contact.id, contact])).values()],
    cutAt: found.cutAt ?? ofAudiences.cutAt,
    who,
    offers,
  };
}

/** What each contact has replied, as the form sends it: "hadley accepted". */
export function repliesIn(values: readonly string[]): Map<string, Reply> {
  const replies = new Map<string, Reply>();
  for (const value of values) {
    const [id = "", reply = ""] = value.split(" ");
    if (isReply(reply)) replies.set(id, reply);
  }
  return replies;
}
