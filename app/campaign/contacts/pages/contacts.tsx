import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, listPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Pager, SearchForm, TableHead } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle, Tabs } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { Database } from "#db/database.server.ts";
import { findLastImport, findLatestDayOfList } from "../congress/store.server.ts";
import { roleLabel } from "../contact.ts";
import styles from "../contacts.css?url";
import { countContacts, type ListedContact, listContacts } from "../lists.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Contacts");

const VIEWS = [
  { value: "campaign", label: "In this campaign" },
  { value: "public list", label: "Members of Congress" },
  { value: "ended", label: "Ended" },
] as const;

const search = z.object({
  show: z.enum(VIEWS.map(({ value }) => value)).catch("campaign"),
  q: z.string().trim().max(100).catch(""),
  audience: z.string().max(128).nullable().catch(null),
});

export const loader = campaignPage("read", async ({ campaign, account, database, url, may }) => {
  const { show, q, audience } = search.parse({
    audience: null,
    ...Object.fromEntries(url.searchParams),
  });
  const audiences = audience === null ? [] : await listAudienceChoices(database.read, campaign.id);
  const inAudience = audiences.find(({ id }) => id === audience) ?? null;
  const view = { campaignId: campaign.id, accountId: account.id };
  const wanted = { show, text: q, audienceId: inAudience?.id ?? null };
  const count = await countContacts(database.read, view, wanted);
  const { page, pages, part } = listPage(url, count);
  return {
    campaignId: campaign.id,
    mayWrite: may("write"),
    show,
    q,
    page,
    pages,
    inAudience,
    list: show === "public list" ? await readList(database.read) : null,
    count,
    contacts: await listContacts(database.read, view, wanted, part),
  };
});

/** Of which day the list of Congress is, and when it was read; null where it never was. */
async function readList(
  read: Database["read"],
): Promise<{ readOn: CalendarDate; asOf: CalendarDate } | null> {
  const [readAt, asOf] = [await findLastImport(read), await findLatestDayOfList(read)];
  return readAt === null || asOf === null ? null : { readOn: dateIn(readAt, WASHINGTON), asOf };
}

export default function Contacts() {
  const today = useToday();
  const { campaignId, mayWrite, show, q, page, pages, inAudience, list, count, contacts } =
    useLoaderData<typeof loader>();
  const base = addressOf.contacts(campaignId);
  const given = { show: show === "campaign" ? "" : show, audience: inAudience?.id ?? "" };
  const link = (more: Readonly<Record<string, string>>) => withSearch(base, { ...given, q, ...more });
  return (
    <>
      <PageHead
        title="Contacts"
        sub={inAudience === null ? null : `In ${inAudience.name}`}
        crumbs={[{ label: "Audiences", to: addressOf.audiences(campaignId) }, "Contacts"]}
        acts={
          mayWrite && show === "public list" ? (
            <a className="button" href={`${base}/congress`}>
              Import a newer list
            </a>
          ) : null
        }
        next={mayWrite ? { label: "Add a contact", to: `${base}/new` } : null}
      />
      <Tabs
        label="Which contacts"
        tabs={VIEWS.map(({ value, label }) => ({
          label,
          to: link({ show: value === "campaign" ? "" : value }),
          current: value === show,
        }))}
      />
      <SearchForm path={base} label="Name or position" q={q} given={given} />
      <p className="note">
        {count === 1 ? "1 contact" : `${count} contacts`}, by family name.
        {list === null
          ? null
          : ` Public record as of ${formatDay(list.asOf, today)}, last imported on ${formatDay(list.readOn, today)}.`}
      </p>
      {contacts.length === 0 ? (
        <Empty
          text={q === "" ? "No contacts in this list." : `No one found for “${q}”.`}
          act={
            q === "" && mayWrite && show === "public list"
              ? { label: "Import the list of Congress", to: `${base}/congress` }
              : null
          }
        />
      ) : (
        <ContactsTable contacts={contacts} base={base} />
      )}
      <Pager page={page} pages={pages} link={(to) => link({ page: String(to) })} />
    </>
  );
}

function withSearch(path: string, given: Readonly<Record<string, string>>): string {
  const filled = Object.entries(given).filter(([, value]) => value !== "");
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
}

/** Contacts as rows: who, in what role, when we last met, who looks after them. */
function ContactsTable({ contacts, base }: { contacts: readonly ListedContact[]; base: string }) {
  return (
    <div className="scroll">
      <table className="table people-table">
        <TableHead labels={["Name", "Organisation", "Role in the decision", "Last contact", "Owner"]} />
        <tbody>
          {contacts.map((contact) => (
            <Row key={contact.id} contact={contact} to={`${base}/${contact.id}`} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ contact, to }: { contact: ListedContact; to: string }) {
  const today = useToday();
  const { name, title, organisation, roleInDecision, lastContactOn, owner, endedOn } = contact;
  const ended = endedOn === null ? "" : ` (ended ${formatDay(endedOn, today)})`;
  return (
    <tr>
      <th scope="row">
        <a href={to}>{name}</a>
        <br />
        <span className="note">{title + ended}</span>
      </th>
      <td>{organisation}</td>
      <td>{roleLabel(roleInDecision)}</td>
      <td className="nowrap">{lastContactOn === null ? "Never" : formatDay(lastContactOn, today)}</td>
      <td>{owner}</td>
    </tr>
  );
}
