import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, listPage, notFound } from "#app/http/page.server.ts";
import { Pager } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { countAudienceEvents, listAudienceEvents } from "../events.server.ts";
import { findAudience } from "../lists.server.ts";
import styles from "./audience.css?url";
import { Held } from "./audience-history.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Audience history");

export const loader = campaignPage(
  "read",
  async ({ campaign, account, database, params, url, now, today }) => {
    const view = { campaignId: campaign.id, accountId: account.id, now, today };
    const audience = (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
    const target = { campaignId: campaign.id, audienceId: audience.id };
    const count = await countAudienceEvents(database.read, target);
    const { page, pages, part } = listPage(url, count);
    return {
      audiences: addressOf.audiences(campaign.id),
      events: addressOf.events(campaign.id),
      name: audience.name,
      own: addressOf.audience(campaign.id, audience.id),
      page,
      pages,
      count,
      held: await listAudienceEvents(database.read, target, part),
    };
  },
);

export default function AudienceHistory() {
  const { audiences, events, name, own, page, pages, count, held } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={`Events with ${name}`}
        sub={`${count} held`}
        crumbs={[{ label: "Audiences", to: audiences }, { label: name, to: own }, "History"]}
      />
      <ul className="audience-history">
        {held.map((event) => (
          <Held key={event.id} event={event} base={events} />
        ))}
      </ul>
      <Pager page={page} pages={pages} link={(to) => `${own}/events?page=${to}`} />
    </>
  );
}
