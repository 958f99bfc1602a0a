import { hasSides } from "#app/campaign/audiences/audience-of-organisation.ts";
import { Empty } from "#app/ui/page-head.tsx";

type View = {
  campaignId: string;
  mayWrite: boolean;
  organisation: { id: string; kind: string; endedOn: string | null };
  audiences: readonly { id: string; name: string; side: string | null }[];
};

/** The audiences of the campaign that were made of an organisation, and links to make those that are missing. */
export function OrganisationAudiences({ campaignId, mayWrite, organisation, audiences }: View) {
  const sides = hasSides(organisation.kind) ? (["majority", "minority"] as const) : ([null] as const);
  const missing = sides.filter((side) => !audiences.some((audience) => audience.side === side));
  const make = `/c/${campaignId}/audiences/new?organisation=${organisation.id}`;
  return (
    <section aria-labelledby="as-audience">
      <h2 id="as-audience">As an audience</h2>
      {audiences.length === 0 ? <Empty text="Not an audience of this campaign." /> : null}
      <ul className="rows">
        {audiences.map(({ id, name }) => (
          <li key={id}>
            <a href={`/c/${campaignId}/audiences/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      {mayWrite && organisation.endedOn === null ? (
        <p className="makes">
          {missing.map((side) => (
            <a key={side} className="btn" href={side === null ? make : `${make}&side=${side}`}>
              Make an audience{side === null ? "" : ` of the ${side}`}
            </a>
          ))}
        </p>
      ) : null}
    </section>
  );
}
