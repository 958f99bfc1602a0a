import { addressOf } from "#app/http/addresses.ts";
import { chanceInWords, levelInDigits } from "#app/method/figure.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import { levelInWords } from "../in-words.ts";
import type { NextOutreachView } from "./next-outreach-view.server.ts";

type First = Extract<NextOutreachView, { show: "first" }>;

/** With whom not to use which message: where the total is below nought. Advice against, never a plan. */
export function BetterNot({ view }: { view: First }) {
  const { against } = view.next;
  if (against.length === 0) return null;
  return (
    <section aria-labelledby="better-not">
      <h2 id="better-not">Better avoided</h2>
      <table className="table">
        <TableHead
          labels={["Audience", "Message", "Level with them", "Chance of a bad meeting", "Lowest worth"]}
          figures={["Lowest worth"]}
        />
        <tbody>
          {against.map((option) => (
            <tr key={`${option.audience.id} ${option.message.id}`}>
              <th scope="row">
                <a href={addressOf.audience(view.campaignId, option.audience.id)}>{option.audience.name}</a>
              </th>
              <td>
                <MessageNumber n={option.message.number} /> {option.message.title}
              </td>
              <td>{levelInWords(option)}</td>
              <td>{unbroken(chanceInWords(option.pBad))}</td>
              <td className="number">{levelInDigits(option.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        Where the worth is below zero, it is better not to use the message; another message or wording may
        work.
      </p>
    </section>
  );
}
