import { roleLabel } from "#app/domain/contacts/contact.ts";
import { formatShortDate } from "#app/domain/time/format.ts";
import type { ListedContact } from "#db/queries/contact-lists.server.ts";

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
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Organisation</th>
            <th scope="col">Role in the decision</th>
            <th scope="col">Last contact</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <th scope="row">
                <a href={`${base}/${contact.id}`}>{contact.name}</a>
                <br />
                <span className="note">
                  {contact.title}
                  {contact.endedOn === null ? "" : ` (ended ${formatShortDate(contact.endedOn, today)})`}
                </span>
              </th>
              <td>{contact.organisation ?? ""}</td>
              <td>{roleLabel(contact.roleInDecision)}</td>
              <td className="nowrap">
                {contact.lastContactOn === null ? "Never" : formatShortDate(contact.lastContactOn, today)}
              </td>
              <td>{contact.owner ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
