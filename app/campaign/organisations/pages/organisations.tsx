import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import styles from "#app/campaign/contacts/contacts.css?url";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, listPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { Pager, SearchForm, TableHead } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle, Tabs } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { countOrganisations, type ListedOrganisation, listOrganisations } from "../lists.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Organisations");

const VIEWS = [
  { value: "all", label: "All" },
  { value: "Congress", label: "Congress" },
  { value: "others", label: "Outside Congress" },
  { value: "ended", label: "Ended" },
] as const;

const search = z.object({
  show: z.enum(VIEWS.map(({ value }) => value)).catch("all"),
  q: z.string().trim().max(100).catch(""),
});

export const loader = campaignPage("read", async ({ campaign, database, url, may }) => {
  const { show, q } = search.parse(Object.fromEntries(url.searchParams));
  const wanted = { show, text: q };
  const count = await countOrganisations(database.read, wanted);
  const { page, pages, part } = listPage(url, count);
  return {
    campaignId: campaign.id,
    mayWrite: may("write"),
    show,
    q,
    page,
    pages,
    count,
    organisations: await listOrganisations(database.read, wanted, part),
  };
});

export default function Organisations() {
  const { campaignId, mayWrite, show, q, page, pages, count, organisations } = useLoaderData<typeof loader>();
  const base = addressOf.organisations(campaignId);
  const link = (view: string, to: number) => {
    const given = [
      ["show", view === "all" ? "" : view],
      ["q", q],
      ["page", to === 1 ? "" : String(to)],
    ];
    const filled = given.filter(([, value]) => value !== "");
    return filled.length === 0 ? base : `${base}?${new URLSearchParams(filled)}`;
  };
  return (
    <>
      <PageHead
        title="Organisations"
        crumbs={[{ label: "Audiences", to: addressOf.audiences(campaignId) }, "Organisations"]}
        next={mayWrite ? { label: "Add an organisation", to: `${base}/new` } : null}
      />
      <Tabs
        label="Which organisations"
        tabs={VIEWS.map(({ value, label }) => ({ label, to: link(value, 1), current: value === show }))}
      />
      <SearchForm path={base} label="Name" q={q} given={{ show: show === "all" ? "" : show }} />
      <p className="note">{count === 1 ? "1 organisation" : `${count} organisations`}, by name.</p>
      {organisations.length === 0 ? (
        <Empty
          text={q === "" ? "None here yet." : `None found for “${q}”.`}
          act={
            q === "" && mayWrite
              ? { label: "Import the list of Congress", to: addressOf.congress(campaignId) }
              : null
          }
        />
      ) : (
        <OrganisationsTable organisations={organisations} base={base} />
      )}
      <Pager page={page} pages={pages} link={(to) => link(show, to)} />
    </>
  );
}

/** Organisations as rows: name, what they are, to what they belong, how many seats are held. */
function OrganisationsTable({
  organisations,
  base,
}: {
  organisations: readonly ListedOrganisation[];
  base: string;
}) {
  return (
    <div className="scroll">
      <table className="table people-table">
        <TableHead labels={["Name", "Kind", "Belongs to", "Seats held"]} figures={["Seats held"]} />
        <tbody>
          {organisations.map((organisation) => (
            <Row key={organisation.id} organisation={organisation} base={base} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ organisation, base }: { organisation: ListedOrganisation; base: string }) {
  const today = useToday();
  const { id, name, kind, parent, seats, endedOn } = organisation;
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/${id}`}>{name}</a>
        {endedOn === null ? null : <span className="note"> ended {formatDay(endedOn, today)}</span>}
      </th>
      <td className="nowrap">{kind}</td>
      <td>{parent}</td>
      <td className="number">{seats === 0 ? null : seats}</td>
    </tr>
  );
}
