import { isPublicRecord, roleLabel } from "#app/domain/contacts/contact.ts";
import { isRetentionPast, retainedUntil } from "#app/domain/contacts/retention.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import type { ContactRecord } from "#db/queries/contact-page.server.ts";

type View = { contact: ContactRecord; campaignId: string; today: string };

/** Who somebody is, how they are reached, and on what ground we keep this. */
export function ContactFacts({ contact, campaignId, today }: View) {
  const { organisation } = contact;
  const facts = [
    {
      label: "Organisation",
      value: organisation && (
        <a href={`/c/${campaignId}/organisations/${organisation.id}`}>{organisation.name}</a>
      ),
    },
    { label: "Office", value: contact.office },
    {
      label: "E-mail",
      value: contact.email === "" ? "" : <a href={`mailto:${contact.email}`}>{contact.email}</a>,
    },
    { label: "Telephone", value: contact.phone },
    { label: "Role in the decision", value: roleLabel(contact.roleInDecision) || "Not known" },
    { label: "Relationship owner", value: contact.owner?.name ?? "Nobody yet" },
    {
      label: "Last contact",
      value: contact.lastContactOn === null ? "Never" : formatDate(contact.lastContactOn),
    },
    { label: "Ended", value: contact.endedOn === null ? "" : formatDate(contact.endedOn) },
    { label: "Note", value: contact.note === "" ? "" : <span className="note-text">{contact.note}</span> },
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Who and where</h2>
      <dl className="dl">
        {facts
          .filter(({ value }) => value !== "" && value !== null)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <KeptBecause contact={contact} today={today} />
      </dl>
    </section>
  );
}

function KeptBecause({ contact, today }: { contact: ContactRecord; today: string }) {
  const retention = { ...contact, isPublicRecord: isPublicRecord(contact) };
  return (
    <>
      <div>
        <dt>Kept for</dt>
        <dd>{contact.purpose}</dd>
      </div>
      <div>
        <dt>Source</dt>
        <dd>
          {contact.source}
          {contact.asOf === null ? "" : `, as of ${formatDate(contact.asOf)}`}
        </dd>
      </div>
      <div>
        <dt>Informed on</dt>
        <dd>{contact.informedOn === null ? "Not recorded" : formatDate(contact.informedOn)}</dd>
      </div>
      <div>
        <dt>Kept until</dt>
        <dd>
          {keptUntilInWords(retainedUntil(retention), retention.isPublicRecord)}{" "}
          {isRetentionPast(retention, today) ? (
            <State kind="bad">Past: check with counsel, then erase</State>
          ) : null}
        </dd>
      </div>
    </>
  );
}

function keptUntilInWords(until: string | null, isPublic: boolean): string {
  if (until !== null) return formatDate(until);
  return isPublic ? "As long as the public list has it" : "24 months after the first contact";
}
