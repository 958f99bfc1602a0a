import { ReadingsTable } from "#app/campaign/audiences/stances/readings-table.tsx";
import type { StoredReading } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { Empty } from "#app/ui/page-head.tsx";
import { personStanceAllowed } from "../contact.ts";
import { explainContactRefusal } from "../refusals.ts";

type View = {
  contact: { isElectedOrAppointed: boolean };
  isPersonStanceAllowed: boolean;
  readings: readonly StoredReading[];
  campaignId: string;
  today: string;
  mayWrite: boolean;
  own: string;
};

/** Where a person stands, of those of whom the rules and the campaign's setting allow it; else why nothing is kept. */
export function ContactStance({
  contact,
  isPersonStanceAllowed,
  readings,
  campaignId,
  today,
  mayWrite,
  own,
}: View) {
  const allowed = personStanceAllowed(contact, { isPersonStanceAllowed });
  return (
    <section aria-labelledby="stance">
      <h2 id="stance">
        Stance{" "}
        {allowed.ok && mayWrite ? (
          <a className="more" href={`${own}/stance`}>
            Add a reading
          </a>
        ) : null}
      </h2>
      {allowed.ok ? null : <p className="hint">{explainContactRefusal(allowed.reason)}</p>}
      {allowed.ok && readings.length === 0 ? <Empty text="No reading." /> : null}
      {allowed.ok && readings.length > 0 ? (
        <div className="scroll">
          <ReadingsTable readings={readings} today={today} campaignId={campaignId} />
        </div>
      ) : null}
    </section>
  );
}
