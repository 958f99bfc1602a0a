import { Select } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
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
      {audiences.length === 0 ? <Empty text="Belongs to no audience of this campaign." /> : null}
      <ul className="rows">
        {audiences.map(({ id, name }) => (
          <li key={id}>
            <a href={`/c/${campaignId}/audiences/${id}`}>{name}</a>
            {mayWrite ? (
              <ButtonForm
                action={`${own}/audiences`}
                fields={{ audience: id, membership: "out" }}
                label={
                  <>
                    Take out<span className="vh"> of {name}</span>
                  </>
                }
                className="linklike"
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite && others.length > 0 ? (
        <FormFrame action={`${own}/audiences`} className="search">
          <input type="hidden" name="membership" value="in" />
          <Select
            name="audience"
            label="Put in an audience"
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <button type="submit" className="btn">
            Put in
          </button>
        </FormFrame>
      ) : null}
    </section>
  );
}
