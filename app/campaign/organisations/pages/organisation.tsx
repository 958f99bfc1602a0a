import { useLoaderData } from "@remix-run/react";
import { hasSides } from "#app/campaign/audiences/audience-of-organisation.ts";
import styles from "#app/campaign/contacts/contacts.css?url";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, listPage, notFound } from "#app/http/page.server.ts";
import { capital } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { History } from "#app/ui/history.tsx";
import { Pager } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { listRowChanges } from "#db/history.server.ts";
import { findOrganisation, listAudiencesOfOrganisation, listOrganisationsBelow } from "../lists.server.ts";
import { organisationRecord } from "../record.ts";
import { countSeats, listSeatsOfOrganisation } from "../seat-lists.server.ts";
import { SeatsTable } from "./seats-table.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Organisation");

export const loader = campaignPage("read", async ({ campaign, database, params, url, may }) => {
  const { read } = database;
  const organisation = (await findOrganisation(read, params.organisation ?? "")) ?? notFound();
  const count = await countSeats(read, organisation.id);
  const { page, pages, part } = listPage(url, count.all);
  return {
    campaignId: campaign.id,
    mayWrite: may("write"),
    organisation,
    page,
    pages,
    below: await listOrganisationsBelow(read, organisation.id),
    seats: await listSeatsOfOrganisation(read, organisation.id, part),
    count,
    audiences: await listAudiencesOfOrganisation(read, campaign.id, organisation.id),
    changes: await listRowChanges(read, campaign.id, [{ table: "organisation", id: organisation.id }]),
  };
});

export default function Organisation() {
  const view = useLoaderData<typeof loader>();
  const { organisation, campaignId, count, page, pages } = view;
  const base = addressOf.organisations(campaignId);
  return (
    <>
      <PageHead
        title={organisation.name}
        sub={[capital(organisation.kind), organisation.parent?.name ?? ""]
          .filter((word) => word !== "")
          .join(", ")}
        crumbs={[
          { label: "Organisations", to: base },
          ...(organisation.parent === null
            ? []
            : [{ label: organisation.parent.name, to: `${base}/${organisation.parent.id}` }]),
          organisation.name,
        ]}
      />
      <div className="contact-columns">
        <div className="stack">
          <SeatsTable seats={view.seats} count={count} campaignId={campaignId} />
          <Pager page={page} pages={pages} link={(to) => `${base}/${organisation.id}?page=${to}`} />
        </div>
        <div className="stack">
          <OrganisationAudiences {...view} />
          <Facts {...view} />
          {view.below.length === 0 ? null : <Below below={view.below} base={base} />}
          <section>
            <h2>Changes</h2>
            <History changes={view.changes} labels={organisationRecord.columns} />
          </section>
        </div>
      </div>
    </>
  );
}

function Facts({ organisation }: { organisation: Awaited<ReturnType<typeof findOrganisation>> }) {
  const today = useToday();
  if (organisation === null) return null;
  const { address, phone, source, asOf, endedOn } = organisation;
  const facts = [
    { label: "Address", value: address },
    { label: "Telephone", value: phone },
    { label: "Source", value: `${source}${asOf === null ? "" : `, as of ${formatDay(asOf, today)}`}` },
    { label: "Ended", value: endedOn === null ? "" : formatDay(endedOn, today) },
  ];
  return (
    <section>
      <h2>Where</h2>
      <FactList facts={facts} />
    </section>
  );
}

function Below({
  below,
  base,
}: {
  below: readonly { id: string; name: string; endedOn: CalendarDate | null }[];
  base: string;
}) {
  const today = useToday();
  return (
    <section>
      <h2>Subcommittees and other units</h2>
      <ul className="rows">
        {below.map(({ id, name, endedOn }) => (
          <li key={id}>
            <a href={`${base}/${id}`}>{name}</a>
            {endedOn === null ? null : <span className="note">ended {formatDay(endedOn, today)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type View = {
  campaignId: string;
  mayWrite: boolean;
  organisation: { id: string; kind: string; endedOn: CalendarDate | null };
  audiences: readonly { id: string; name: string; side: string | null }[];
};

/** The audiences of the campaign that were made of an organisation, and links to make those that are missing. */
function OrganisationAudiences({ campaignId, mayWrite, organisation, audiences }: View) {
  const sides = hasSides(organisation.kind) ? (["majority", "minority"] as const) : ([null] as const);
  const missing = sides.filter((side) => !audiences.some((audience) => audience.side === side));
  const make = `${addressOf.newAudience(campaignId)}?organisation=${organisation.id}`;
  return (
    <section aria-labelledby="as-audience">
      <h2 id="as-audience">As an audience</h2>
      {audiences.length === 0 ? <Empty text="Not an audience of this campaign." /> : null}
      <ul className="rows">
        {audiences.map(({ id, name }) => (
          <li key={id}>
            <a href={addressOf.audience(campaignId, id)}>{name}</a>
          </li>
        ))}
      </ul>
      {mayWrite && organisation.endedOn === null ? (
        <p className="makes">
          {missing.map((side) => (
            <a key={side} className="button" href={side === null ? make : `${make}&side=${side}`}>
              Add{side === null ? "" : ` the ${side}`} as an audience
            </a>
          ))}
        </p>
      ) : null}
    </section>
  );
}
