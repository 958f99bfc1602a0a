import { listFilterChoices } from "#app/campaign/campaigns/choices.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { findFeedback, listPeopleOfAudiences, type StoredFeedback } from "../store.server.ts";

/** The reaction that the address names; another campaign's is not there. */
export async function feedbackHere({ params, campaign, database }: CampaignArrival): Promise<StoredFeedback> {
  return (await findFeedback(database.read, campaign.id, params.feedback ?? "")) ?? notFound();
}

/** What a reaction of this campaign can be about and whose it can be; people stand under their audience. */
export async function feedbackChoices({ database, campaign }: CampaignArrival) {
  const [{ messages, audiences }, people] = await Promise.all([
    listFilterChoices(database.read, campaign.id),
    listPeopleOfAudiences(database.read, campaign.id),
  ]);
  const names = new Map(audiences.map(({ id, name }) => [id, name]));
  return {
    message: messages.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    audience: audiences.map(({ id, name }) => ({ value: id, label: name })),
    contact: people.rows.map(({ id, name, audienceId }) => ({
      value: id,
      label: `${name}, ${names.get(audienceId) ?? ""}`,
    })),
    peopleCutAt: people.cutAt,
  };
}
