import { counted, inWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { Hanging } from "../hand-on.ts";
import type { CongressPerson } from "../new-congress-hanging.server.ts";
import { type EndingTerms, termsInWords } from "../next-congress.ts";
import { type HandOnPlace, HangingForm, hangingInWords } from "./hanging-form.tsx";

export type Prepared = {
  day: CalendarDate;
  audiences: readonly {
    id: string;
    name: string;
    chamber: string | null;
    people: readonly { contact: CongressPerson; hanging: Hanging | null }[];
  }[];
  terms: EndingTerms | null;
  counts: { audiences: number; people: number; events: number; followUps: number };
};

/** What hangs on seats that may change with the next Congress; who will lose is not guessed. */
export function Prepare({ prepare, base }: { prepare: Prepared; base: string }) {
  const { day, audiences, counts, terms } = prepare;
  const today = useToday();
  const nouns = { audiences: "audience", followUps: "open follow-up", events: "planned event" };
  const dependent = (["audiences", "followUps", "events"] as const).flatMap((which) =>
    counts[which] === 0 ? [] : [counted(counts[which], nouns[which])],
  );
  return (
    <section aria-labelledby="prepare">
      <h2 id="prepare">Before {formatDay(day, today)}: what depends on seats that may change</h2>
      <p>
        {audiences.length === 0
          ? "This campaign has no audience in Congress."
          : dependent.length === 0
            ? "Nothing in this campaign depends on seats that may change."
            : `What depends on seats that may change: ${inWords(dependent)}.`}{" "}
        {termsInWords(terms)} Committees, their chairs and their staff are then appointed afresh, and no one
        knows in advance who will stay.
      </p>
      {audiences.map((audience) => (
        <article key={audience.id}>
          <h3>
            <a href={`${base}/audiences/${audience.id}`}>{audience.name}</a>
          </h3>
          {audience.people.length === 0 ? (
            <p className="note">None of our contacts there depends on a seat that may change.</p>
          ) : null}
          <ul className="rows">
            {audience.people.map(({ contact, hanging }) => (
              <li key={contact.id}>
                <span>
                  <a href={`${base}/contacts/${contact.id}`}>{contact.name}</a>
                  {contact.title === "" ? "" : `, ${contact.title}`}
                  {contact.termEndsOn === null
                    ? ""
                    : `, term ends on ${formatDay(contact.termEndsOn, today)}`}
                  {hanging === null ? null : (
                    <span className="note left-hanging"> {hangingInWords(hanging, today)}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

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
      <h2 id="committees">Our audiences in committees that have changed</h2>
      <p className="hint">
        The list of Congress names members, not their staff. Ask who is staying, then move people to the
        audience for their new side, or remove them.
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
              {audience.people.length === 0 ? <p className="empty">No one is in this audience.</p> : null}
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
        <a href={`${place.base}/contacts/${contact.id}/end`}>No longer in office</a>
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
