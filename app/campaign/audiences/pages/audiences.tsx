import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { listOverduePromises, listUnheardMessages } from "../heard.server.ts";
import { type ListedAudience, listAudiences } from "../lists.server.ts";
import { AUDIENCE_ORDERS, inAudienceOrder, silenceSentence } from "../silence.ts";
import { filterAudiences } from "./audience-filters.ts";
import { audienceRow } from "./audience-rows.ts";
import { AudienceTable } from "./audience-table.tsx";
import styles from "./audiences.css?url";
import { InfluenceGrid } from "./influence-grid.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Audiences");

export const loader = campaignPage("read", async ({ campaign, account, database, now, today, url, may }) => {
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  const [audiences, unheard, promises] = await Promise.all([
    listAudiences(database.read, view),
    listUnheardMessages(database.read, campaign.id),
    listOverduePromises(database.read, campaign.id, today),
  ]);
  const { shown, chosen, filters } = filterAudiences(audiences, url.searchParams.get("show"), view);
  const wanted = url.searchParams.get("order");
  const order = AUDIENCE_ORDERS.find(({ value }) => value === wanted) ?? AUDIENCE_ORDERS[0];
  const rows = inAudienceOrder(shown.map(asListed), order.value).map((audience) =>
    audienceRow(audience, { today, unheard, promises }),
  );
  const current = audiences.filter(({ endedOn }) => endedOn === null);
  return {
    campaignId: campaign.id,
    now,
    mayWrite: may("write"),
    isFirst: audiences.length === 0 && may("write"),
    sentence: silenceSentence(
      current.map((audience) => asHeard(audience, today)),
      today,
    ),
    filters,
    chosen,
    order,
    rows,
  };
});

function asListed(audience: ListedAudience) {
  return { ...audience, nextAt: audience.nextEvent?.startsAt ?? null };
}

function asHeard({ name, priority, lastContactOn, nextEvent }: ListedAudience, today: CalendarDate) {
  const nextDay =
    nextEvent === null ? null : formatDay(dateIn(new Date(nextEvent.startsAt), WASHINGTON), today);
  return { name, priority, lastContactOn, nextDay };
}

export default function Audiences() {
  const page = useLoaderData<typeof loader>();
  const base = `/c/${page.campaignId}`;
  return (
    <>
      <PageHead
        title="Audiences"
        acts={
          <>
            <a className="button" href={`${base}/contacts`}>
              Contacts
            </a>
            <a className="button" href={`${base}/organisations`}>
              Organisations
            </a>
          </>
        }
        next={page.mayWrite ? { label: "Add an audience", to: `${base}/audiences/new` } : null}
      />
      <p className="audiences-said">{page.sentence}</p>
      <AudienceChoices
        path={`${base}/audiences`}
        filters={page.filters}
        chosen={page.chosen}
        order={page.order.value}
      />
      {page.rows.length === 0 ? (
        <Empty
          text={page.isFirst ? "Create one from a committee or an agency." : "No audiences to show here."}
          act={page.isFirst ? { label: "Find an organisation", to: `${base}/organisations` } : null}
        />
      ) : (
        <div className="audiences-columns">
          <AudienceTable {...page} heading={page.order.heading} />
          <InfluenceGrid campaignId={page.campaignId} audiences={page.rows} current={null} />
        </div>
      )}
    </>
  );
}

/** Which audiences the list shows, and in which order; each choice is a link of its own. */
function AudienceChoices({
  path,
  filters,
  chosen,
  order,
}: {
  path: string;
  filters: readonly { value: string; label: string; count: number }[];
  chosen: string;
  order: string;
}) {
  const link = (show: string, by: string) => {
    const search = new URLSearchParams();
    if (show !== "all") search.set("show", show);
    if (by !== AUDIENCE_ORDERS[0].value) search.set("order", by);
    return search.size === 0 ? path : `${path}?${search}`;
  };
  return (
    <div className="audience-filters">
      <ChoiceList
        name="Show"
        choices={filters.map(({ value, label, count }) => ({
          label: `${label} (${count})`,
          to: link(value, order),
          isChosen: value === chosen,
        }))}
      />
      <ChoiceList
        name="Order"
        choices={AUDIENCE_ORDERS.map(({ value, label }) => ({
          label,
          to: link(chosen, value),
          isChosen: value === order,
        }))}
      />
    </div>
  );
}

function ChoiceList({
  name,
  choices,
}: {
  name: string;
  choices: readonly { label: string; to: string; isChosen: boolean }[];
}) {
  return (
    <nav aria-label={name}>
      <p aria-hidden>{name}</p>
      <ul>
        {choices.map(({ label, to, isChosen }) => (
          <li key={to}>
            <a href={to} aria-current={isChosen ? "true" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
