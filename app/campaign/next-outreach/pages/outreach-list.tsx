import { Fragment } from "react";
import { chanceInWords, levelInDigits } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { personName } from "#app/text/person-name.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import {
  factorsInWords,
  levelInWords,
  percent,
  planPath,
  pointsInWords,
  reasonInWords,
} from "../in-words.ts";
import { OUTREACH_JUDGEMENTS, type OutreachOption, type OutreachPerson } from "../next-outreach.ts";
import type { WayIn } from "../ways-in.ts";

type Shown = {
  options: readonly OutreachOption[];
  people: readonly OutreachPerson[];
  waysIn: Readonly<Record<string, WayIn[]>>;
  campaignId: string;
  mayWrite: boolean;
};

/** People in the order of what a meeting is worth, each with the message, one reason, the way in and one act. */
export function OutreachList({
  options,
  people,
  waysIn,
  campaignId,
  mayWrite,
  before,
}: Shown & { before: number }) {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return (
    <ol className="next-list" start={before + 1}>
      {options.map((option) => (
        <li key={option.contactId}>
          <Option
            option={option}
            person={personOf.get(option.contactId) ?? null}
            waysIn={waysIn[option.contactId] ?? []}
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
  waysIn,
  base,
  mayWrite,
}: {
  option: OutreachOption;
  person: OutreachPerson | null;
  waysIn: readonly WayIn[];
  base: string;
  mayWrite: boolean;
}) {
  const { audience, message } = option;
  const name = personName(person?.name ?? "");
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
        <WaysIn ways={waysIn} base={base} />
      </div>
      <div>
        <p>
          <MessageNumber n={message.number} /> {message.title}
        </p>
        <p>
          <b>{reasonInWords(option)}.</b>
        </p>
        <OutreachWhy option={option} />
      </div>
      {mayWrite && option.total >= 0 ? (
        <a className="button noprint" href={`${base}${planPath(option)}`}>
          Plan it<span className="visually-hidden">: {name}</span>
        </a>
      ) : null}
    </div>
  );
}

const NAMED = 3;

/** Who opens the door: of the same office, else of the audience. */
function WaysIn({ ways, base }: { ways: readonly WayIn[]; base: string }) {
  const [first] = ways;
  if (first === undefined) return null;
  const more = ways.length - NAMED;
  return (
    <p className="note">
      Way in{first.isSameOffice ? "" : ", same audience"}:{" "}
      {ways.slice(0, NAMED).map(({ contactId, name, title }, at) => (
        <Fragment key={contactId}>
          {at === 0 ? null : "; "}
          <a href={`${base}/contacts/${contactId}`}>{name}</a>
          {title === "" ? null : `, ${title}`}
        </Fragment>
      ))}
      {more > 0 ? `, and ${more} more` : null}
    </p>
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
  const { weight, level, total, valueNow, valueLearn, pGood, pBad, kg, factors } = option;
  return (
    <details className="why-next">
      <summary>Why, in figures</summary>
      <p className="note">Level {levelInWords(option)}.</p>
      <dl className="chances">
        <Figure name="Good meeting" value={unbroken(chanceInWords(pGood))} />
        <Figure name="Worth now" value={pointsInWords(valueNow)} />
        <Figure name="Bad meeting" value={unbroken(chanceInWords(pBad))} />
        <Figure name="What it would teach us" value={pointsInWords(valueLearn)} />
        <Figure name="Total, in points" value={pointsInWords(total)} />
      </dl>
      <table className="table">
        <TableHead labels={["Factor", "Based on", "Multiplier"]} figures={["Multiplier"]} />
        <tbody>
          {factorsInWords(option, useToday()).map(({ name, from, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from}</td>
              <td className="number">{unbroken(percent(value))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        Worth now: the weight {unbroken(percent(weight))} (the five factors multiplied together) of the level{" "}
        {levelInDigits(level.mean)} is {pointsInWords(valueNow)}. What it would teach us:{" "}
        {counted(factors.plannedMeetings, "meeting")} planned with this audience in the next 90 days, times{" "}
        {unbroken(percent(OUTREACH_JUDGEMENTS.learningShare))}, times {pointsInWords(kg)} (what one meeting
        teaches about which message to choose), is {pointsInWords(valueLearn)}. A point is a hundredth of a
        step on the scale of reception; each figure is rounded by itself.
      </p>
    </details>
  );
}
