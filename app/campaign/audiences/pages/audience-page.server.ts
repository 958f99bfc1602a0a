import { readPooledReception } from "#app/campaign/effectiveness/reception-report.server.ts";
import { figuresOfAudience, type PooledReception } from "#app/campaign/effectiveness/reception-report.ts";
import { receptionInWords } from "#app/campaign/effectiveness/verdicts-in-words.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { listRowChanges } from "#db/history.server.ts";
import { audienceSentence } from "../audience-sentence.ts";
import { countAudienceEvents, listAudienceEvents } from "../events.server.ts";
import { listHeardMessages, listObjectionsHeard } from "../heard.server.ts";
import { type ListedAudience, listAudiences } from "../lists.server.ts";
import { countAudiencePeople, listAudiencePeople } from "../people.server.ts";
import { stanceOn } from "../stances/stance.ts";
import { listStanceReadings } from "../stances/stance-readings.server.ts";

const EVENTS_SHOWN = 8;
const PEOPLE_SHOWN = 8;

/** Everything that the page of an audience shows, counted for today in Washington. */
export async function audiencePage(arrival: CampaignArrival) {
  const { campaign, account, database, now, today, params, may } = arrival;
  const { read } = database;
  const audienceId = params.audience ?? "";
  const audiences = await listAudiences(read, { campaignId: campaign.id, accountId: account.id, now, today });
  const audience = audiences.find(({ id }) => id === audienceId) ?? notFound();
  const target = { campaignId: campaign.id, audienceId };
  const asked = { ...target, accountId: account.id };
  const heard = await listHeardMessages(read, target);
  const figures = figuresRated(await readPooledReception(read, campaign, today), audienceId);
  const known = heard.flatMap(({ id, number }) => {
    const figure = figures.get(id);
    return figure === undefined ? [] : [{ number, figure }];
  });
  const people = await listAudiencePeople(read, asked, PEOPLE_SHOWN);
  const events = await countAudienceEvents(read, target);
  return {
    campaignId: campaign.id,
    now,
    mayWrite: may("write"),
    audience,
    sentence: audienceSentence(
      { ...standingOf(audience, heard, events, campaign.endsOn), reception: receptionInWords(known) },
      today,
    ),
    heard: heard.map((message) => ({ ...message, figure: figures.get(message.id) ?? null })),
    objections: await listObjectionsHeard(read, target),
    people,
    peopleCount: people.length < PEOPLE_SHOWN ? people.length : await countAudiencePeople(read, asked),
    events: await listAudienceEvents(read, target, { limit: EVENTS_SHOWN, offset: 0 }),
    eventCount: events,
    readings: await listStanceReadings(read, target),
    neighbours: audiences
      .filter(({ id, endedOn }) => endedOn === null || id === audienceId)
      .map((one) => placed(one, today)),
    changes: await listRowChanges(read, campaign.id, [
      { table: "campaign_audience", id: audience.rowId },
      { table: "audience", id: audience.id },
    ]),
  };
}

/** The figures of the audience by message; none before the first rating. */
function figuresRated(pooled: PooledReception, audienceId: string): ReadonlyMap<string, Figure> {
  return pooled.worked.some(({ notes }) => notes > 0) ? figuresOfAudience(pooled, audienceId) : new Map();
}

function standingOf(
  { goal }: ListedAudience,
  heard: Awaited<ReturnType<typeof listHeardMessages>>,
  meetings: number,
  goalBy: CalendarDate,
) {
  const lastHeardOn =
    heard
      .flatMap(({ lastOn }) => (lastOn === null ? [] : [lastOn]))
      .sort()
      .at(-1) ?? null;
  return {
    messages: heard.length,
    heard: heard.filter(({ n }) => n > 0).length,
    meetings,
    lastHeardOn,
    goal,
    goalBy,
  };
}

function placed({ id, name, influence, interest, latestReading }: ListedAudience, today: CalendarDate) {
  return {
    id,
    name,
    influence,
    interest,
    stance: stanceOn(latestReading === null ? [] : [latestReading], today),
  };
}
