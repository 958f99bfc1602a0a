import { formatShortDate } from "#app/time/format.ts";
import { TableHead } from "#app/ui/table-head.tsx";
import { roleLabel } from "../contact.ts";
import type { ListedContact } from "../lists.server.ts";

/** Contacts as rows: who, in what role, when we last met, who looks after them. */
export function ContactsTable({
  contacts,
  base,
  today,
}: {
  contacts: readonly ListedContact[];
  base: string;
  today: string;
}) {
  return (
    <div className="scroll">
      <table className="tbl">
        <TableHead labels={["Name", "Organisation", "Role in the decision", "Last contact", "Owner"]} />
        <tbody>
          {contacts.map((contact) => (
            <Row key={contact.id} contact={contact} to={`${base}/${contact.id}`} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ contact, to, today }: { contact: ListedContact; to: string; today: string }) {
  const { name, title, organisation, roleInDecision, lastContactOn, owner, endedOn } = contact;
  const ended = endedOn === null ? "" : ` (ended ${formatShortDate(endedOn, today)})`;
  return (
    <tr>
      <th scope="row">
        <a href={to}>{name}</a>
        <br />
        <span className="note">{title + ended}</span>
      </th>
      <td>{organisation}</td>
      <td>{roleLabel(roleInDecision)}</td>
      <td className="nowrap">{lastContactOn === null ? "Never" : formatShortDate(lastContactOn, today)}</td>
      <td>{owner}</td>
    </tr>
  );
}
