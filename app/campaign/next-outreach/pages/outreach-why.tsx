import { levelInDigits } from "#app/method/figure.ts";
import { counted } from "#app/text/counted.ts";
import { signed } from "#app/ui/marks.tsx";
import { factorsInWords } from "../in-words.ts";
import { OUTREACH_JUDGEMENTS, type OutreachOption } from "../next-outreach.ts";

/** The factors of one advice as a table: what each comes from, what it multiplies by, and what comes out. */
export function OutreachWhy({ option }: { option: OutreachOption }) {
  const { weight, level, valueNow, valueLearn, kg, factors } = option;
  return (
    <details className="why">
      <summary>Why, in figures</summary>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">From</th>
            <th scope="col" className="num">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          {factorsInWords(option).map(({ name, from, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{from}</td>
              <td className="num">{value.toFixed(2)}</td>
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
