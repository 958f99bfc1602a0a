import { chanceInWords } from "#app/method/figure.ts";
import { MessageNumber, signed } from "#app/ui/marks.tsx";
import { levelInWords, planPath, reasonInWords } from "../in-words.ts";
import type { OutreachOption, OutreachPerson } from "../next-outreach.ts";
import { OutreachWhy } from "./outreach-why.tsx";

type Shown = {
  options: readonly OutreachOption[];
  people: readonly OutreachPerson[];
  campaignId: string;
  mayWrite: boolean;
};

/** People in the order of what a meeting is worth, each with the message, the chances, the reasons and one act. */
export function OutreachList({ options, people, campaignId, mayWrite, before }: Shown & { before: number }) {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return (
    <ol className="next" start={before + 1}>
      {options.map((option) => (
        <li key={option.contactId}>
          <Option
            option={option}
            person={personOf.get(option.contactId) ?? null}
            base={`/c/${campaignId}`}
            mayWrite={mayWrite}
          />
        </li>
      ))}
    </ol>
  );
}

function Option({
  option,
  person,
  base,
  mayWrite,
}: {
  option: OutreachOption;
  person: OutreachPerson | null;
  base: string;
  mayWrite: boolean;
}) {
  const { audience, message, total, valueNow, valueLearn, pGood, pBad } = option;
  const name = person?.name ?? "Erased person";
  return (
    <div className="option">
      <div className="whom">
        <h3>
          <a href={`${base}/contacts/${option.contactId}`}>{name}</a>
        </h3>
        <p>
          {person?.title ? `${person.title}, ` : null}
          <a href={`${base}/audiences/${audience.id}`}>{audience.name}</a>
        </p>
        <p>
          <MessageNumber n={message.number} /> {message.title}
        </p>
      </div>
      <div className="because">
        <p>
          <b>{reasonInWords(option)}.</b>
        </p>
        <p className="note">Level {levelInWords(option)}.</p>
        <OutreachWhy option={option} />
      </div>
      <dl className="chances">
        <Figure name="Good meeting" value={chanceInWords(pGood)} />
        <Figure name="Worth now" value={signed(valueNow, 2)} />
        <Figure name="Bad meeting" value={chanceInWords(pBad)} />
        <Figure name="Would teach" value={signed(valueLearn, 2)} />
        <Figure name="Together" value={signed(total, 2)} />
      </dl>
      {mayWrite && total >= 0 ? (
        <a className="btn noprint" href={`${base}${planPath(option)}`}>
          Plan it<span className="vh">: {name}</span>
        </a>
      ) : null}
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
