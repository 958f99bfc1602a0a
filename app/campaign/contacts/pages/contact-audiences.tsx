import { addressOf } from "#app/http/addresses.ts";
import { namedOption } from "#app/http/form-values.ts";
import { Select } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { Empty } from "#app/ui/page-head.tsx";

type Named = { id: string; name: string };

/** The audiences that somebody belongs to in this campaign, and a form for one more. */
export function ContactAudiences({
  audiences,
  choices,
  campaignId,
  mayWrite,
  own,
}: {
  audiences: readonly Named[];
  choices: readonly Named[];
  campaignId: string;
  mayWrite: boolean;
  own: string;
}) {
  const others = choices.filter(({ id }) => !audiences.some((audience) => audience.id === id));
  return (
    <section aria-labelledby="audiences">
      <h2 id="audiences">Audiences</h2>
      {audiences.length === 0 ? <Empty text="Not in any audience in this campaign." /> : null}
      <ul className="rows">
        {audiences.map((audience) => (
          <li key={audience.id}>
            <a href={addressOf.audience(campaignId, audience.id)}>{audience.name}</a>
            {mayWrite ? <TakeOut audience={audience} own={own} /> : null}
          </li>
        ))}
      </ul>
      {mayWrite && others.length > 0 ? <PutIn audiences={others} own={own} /> : null}
    </section>
  );
}

function TakeOut({ audience, own }: { audience: Named; own: string }) {
  return (
    <ButtonForm
      action={`${own}/audiences`}
      fields={{ audience: audience.id, membership: "out" }}
      label={
        <>
          Remove<span className="visually-hidden"> from {audience.name}</span>
        </>
      }
      className="linklike"
    />
  );
}

function PutIn({ audiences, own }: { audiences: readonly Named[]; own: string }) {
  return (
    <FormFrame action={`${own}/audiences`} className="search">
      <input type="hidden" name="membership" value="in" />
      <Select name="audience" label="Add to an audience" options={audiences.map(namedOption)} />
      <Submit>Add</Submit>
    </FormFrame>
  );
}
