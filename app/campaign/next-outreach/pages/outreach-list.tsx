import { chanceInWords, levelInDigits } from "#app/method/figure.ts";
import { signed } from "#app/method/reception-scale.ts";
import { counted } from "#app/text/in-words.ts";
import { MessageNumber } from "#app/ui/marks.tsx";
import { factorsInWords, levelInWords, planPath, reasonInWords } from "../in-words.ts";
import { OUTREACH_JUDGEMENTS, type OutreachOption, type OutreachPerson } from "../next-outreach.ts";

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
    <ol className="next-list" start={before + 1}>
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
      <div>
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
      <div>
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
        <a className="button noprint" href={`${base}${planPath(option)}`}>
          Plan it<span className="visually-hidden">: {name}</span>
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

/** The factors of one advice as a table: what each comes from, what it multiplies by, and what comes out. */
function OutreachWhy({ option }: { option: OutreachOption }) {
  const { weight, level, valueNow, valueLearn, kg, factors } = option;
  return (
    <details className="why-next">
      <summary>Why, in figures</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">From</th>
            <th scope="col" className="number">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {factorsInWords(option).map(({ name, from, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from}</td>
              <td className="number">{value.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        Weight {weight.toFixed(2)}, the five multiplied, times the level {levelInDigits(level.mean)}: worth{" "}
        {signed(valueNow, 2)} now. {counted(factors.plannedMeetings, "meeting")} planned with this audience in
        90 days, times {OUTREACH_JUDGEMENTS.learningShare}, times {kg.toFixed(3)} that one meeting teaches
        about which message to choose: {signed(valueLearn, 2)}.
      </p>
    </details>
  );
}
