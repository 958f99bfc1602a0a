import { listFilterChoices } from "#app/campaign/outreach-events/choices.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listPeopleOfAudiences } from "../store.server.ts";

type Choice = { value: string; label: string };

export type FeedbackChoices = {
  messages: Choice[];
  audiences: Choice[];
  people: Choice[];
  peopleCutAt: number | null;
};

/** What a reaction of this campaign can be about and whose it can be; people stand under their audience. */
export async function feedbackChoices({ database, campaign }: CampaignArrival): Promise<FeedbackChoices> {
  const [{ messages, audiences }, people] = await Promise.all([
    listFilterChoices(database.read, campaign.id),
    listPeopleOfAudiences(database.read, campaign.id),
  ]);
  const names = new Map(audiences.map(({ id, name }) => [id, name]));
  return {
    messages: messages.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    audiences: audiences.map(({ id, name }) => ({ value: id, label: name })),
    peopleCutAt: people.cutAt,
    people: people.rows.map(({ id, name, audienceId }) => ({
      value: id,
      label: `${name}, ${names.get(audienceId) ?? ""}`,
    })),
  };
}
