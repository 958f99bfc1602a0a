import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Pager } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { countAudienceEvents, listAudienceEvents } from "../events.server.ts";
import { findAudience } from "../lists.server.ts";
import styles from "./audience.css?url";
import { Held } from "./audience-history.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Audience history");

const A_PAGE = 50;
const search = z.coerce.number().int().min(1).max(10_000).catch(1);

export const loader = campaignPage("read", async ({ campaign, account, database, params, url, now }) => {
  const today = dateIn(now, WASHINGTON);
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  const audience = (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
  const target = { campaignId: campaign.id, audienceId: audience.id };
  const page = search.parse(url.searchParams.get("page") ?? 1);
  const part = { limit: A_PAGE, offset: (page - 1) * A_PAGE };
  return {
    audiences: addressOf.audiences(campaign.id),
    events: addressOf.events(campaign.id),
    name: audience.name,
    own: addressOf.audience(campaign.id, audience.id),
    today,
    page,
    count: await countAudienceEvents(database.read, target),
    held: await listAudienceEvents(database.read, target, part),
  };
});

export default function AudienceHistory() {
  const { audiences, events, name, own, today, page, count, held } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={`Events with ${name}`}
        sub={`${count} held`}
        crumbs={[
          { label: "Audiences", to: audiences },
          { label: name, to: own },
          { label: "History", to: null },
        ]}
      />
      <ul className="audience-history">
        {held.map((event) => (
          <Held key={event.id} event={event} base={events} today={today} />
        ))}
      </ul>
      <Pager page={page} pages={Math.ceil(count / A_PAGE)} link={(to) => `${own}/events?page=${to}`} />
    </>
  );
}
