import { personName } from "#app/text/person-name.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import { bestFew, outreachSentence, planPath, reasonInWords } from "./in-words.ts";
import type { NextOutreach } from "./next-outreach.ts";

const SHOWN = 3;

/** The three best for the overview, each of another audience while there are some: one reason, and one act. */
export function NextOutreachBlock({
  next,
  campaignId,
  mayWrite,
}: {
  next: NextOutreach;
  campaignId: string;
  mayWrite: boolean;
}) {
  const base = `/c/${campaignId}`;
  const best = bestFew(next.first, SHOWN);
  const nameOf = new Map(next.people.map(({ id, name }) => [id, personName(name)]));
  return (
    <section aria-labelledby="next-outreach">
      <h2 id="next-outreach">
        Next outreach{" "}
        <a className="more" href={`${base}/reports/next-outreach`}>
          All, with reasons
        </a>
      </h2>
      {best.length === 0 ? <p className="empty">{outreachSentence(next)}</p> : null}
      <ol className="suggestions">
        {best.map((option) => (
          <li key={option.contactId}>
            <a className="suggested-audience" href={`${base}/contacts/${option.contactId}`}>
              {nameOf.get(option.contactId) ?? personName("")}
            </a>
            , {option.audience.name}, with <MessageNumber n={option.message.number} />.{" "}
            {reasonInWords(option)}.{" "}
            {mayWrite ? (
              <a className="noprint" href={`${base}${planPath(option)}`}>
                Plan it<span className="visually-hidden">: {nameOf.get(option.contactId)}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
