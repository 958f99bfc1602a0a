import type { Hanging } from "../hand-on.ts";
import type { CongressPerson } from "../new-congress-hanging.server.ts";
import { type HandOnPlace, HangingForm } from "./hanging-form.tsx";

type PersonInAudience = { contact: CongressPerson; hanging: Hanging | null };

export type ChangedCommittee = {
  id: string;
  name: string;
  words: readonly string[];
  audiences: readonly { id: string; name: string; people: readonly PersonInAudience[] }[];
};

/** Committees of which we have an audience, and whose gavel or sides changed: their staff may be others now. */
export function ChangedCommittees({
  committees,
  place,
}: {
  committees: readonly ChangedCommittee[];
  place: HandOnPlace;
}) {
  if (committees.length === 0) return null;
  return (
    <section aria-labelledby="committees">
      <h2 id="committees">Our audiences in committees that changed</h2>
      <p className="hint">
        The list names members, not staff. Ask who stays; move people to the audience of their side now, or
        take them off.
      </p>
      {committees.map(({ id, name, words, audiences }) => (
        <article key={id}>
          <h3>{name}</h3>
          <ul className="small">
            {words.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
          {audiences.map((audience) => (
            <div key={audience.id}>
              <h4>
                <a href={`${place.base}/audiences/${audience.id}`}>{audience.name}</a>
              </h4>
              {audience.people.length === 0 ? <p className="empty">Nobody is in this audience.</p> : null}
              {audience.people.map((person) => (
                <InAudience key={person.contact.id} person={person} audienceId={audience.id} place={place} />
              ))}
            </div>
          ))}
        </article>
      ))}
    </section>
  );
}

function InAudience({
  person: { contact, hanging },
  audienceId,
  place,
}: {
  person: PersonInAudience;
  audienceId: string;
  place: HandOnPlace;
}) {
  return (
    <details>
      <summary>
        {contact.name}
        {contact.title === "" ? "" : `, ${contact.title}`}
      </summary>
      <p className="small">
        <a href={`${place.base}/contacts/${contact.id}/audiences`}>Move to another audience</a>{" "}
        <a href={`${place.base}/contacts/${contact.id}/end`}>End this contact</a>
      </p>
      {hanging === null ? null : (
        <HangingForm
          contact={{ id: contact.id, name: contact.name }}
          hanging={hanging}
          successors={[]}
          isTicked={false}
          place={place}
          scope={audienceId}
        />
      )}
    </details>
  );
}
