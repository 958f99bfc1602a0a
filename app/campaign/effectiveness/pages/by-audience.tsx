import { chanceInWords, type Figure, levelInDigits, rangeInWords, shareInWords } from "#app/method/figure.ts";
import { dateOfDay } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { leadInShort, remarksOnMatrix } from "../beside-matrix.ts";
import { aheadInWords } from "../finding.ts";
import { type Lead, MOST_COMPARED } from "../leads.ts";
import { ReceptionMatrix } from "../reception-matrix.tsx";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

/** With more messages than these the remarks stand below the matrix. */
const MOST_BESIDE = 3;

/** The matrix with what it says beside it, all its figures as a table, and which message to lead with. */
export function ByAudience({ view }: { view: EffectivenessView }) {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">By audience</h2>
      <div className={view.messages.length > MOST_BESIDE ? "beside-figures under-figures" : "beside-figures"}>
        <div>
          <ReceptionMatrix view={{ ...view, isShort: false }} />
        </div>
        <MatrixRemarks view={view} />
      </div>
      {view.leftOut === "" ? null : <p className="note">{view.leftOut}</p>}
      <details>
        <summary>Show as a table</summary>
        <MatrixTable view={view} />
      </details>
      {view.leads.overAll.pairs.length === 0 ? null : (
        <details>
          <summary>Which message to lead with, by audience</summary>
          <LeadsTable view={view} />
        </details>
      )}
    </section>
  );
}

/** What the matrix says in words, beside it. */
function MatrixRemarks({ view }: { view: EffectivenessView }) {
  return (
    <div className="annotations">
      {remarksOnMatrix(view).map(({ about, text }) => (
        <p key={about}>
          <b>{about}</b>
          {about === "Do not read too much into" ? " " : ": "}
          {unbroken(text)}
        </p>
      ))}
    </div>
  );
}

const FIGURES = ["Level", "Likely range", "Ratings", "Raters", "Raw average", "Own meetings", "Last"];

/** Every pair with all that its figure rests on, messages over all audiences first. */
function MatrixTable({ view }: { view: EffectivenessView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it
    <div className="scroll report-scroll" tabIndex={0}>
      <table className="table dense">
        <TableHead labels={["Audience", "Message", "Word", ...FIGURES]} figures={FIGURES} />
        <tbody>
          {view.byMessage.map(({ message, figure }) => (
            <Row key={message.id} audience="All audiences" number={message.number} figure={figure} />
          ))}
          {view.rows.flatMap(({ audience, figures }) =>
            view.messages.map(({ id, number }, at) => {
              const figure = figures[at];
              return figure === undefined ? null : (
                <Row key={`${audience.id} ${id}`} audience={audience.name} number={number} figure={figure} />
              );
            }),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Row({ audience, number, figure }: { audience: string; number: number; figure: Figure }) {
  const { mean, verdict, notes, raters, raw, ownWeight, lastDay } = figure;
  const today = useToday();
  return (
    <tr>
      <th scope="row">{audience}</th>
      <td>
        <MessageNumber n={number} />
      </td>
      <td>{verdict}</td>
      <td className="number">{levelInDigits(mean)}</td>
      <td className="number nowrap">{rangeInWords(figure)}</td>
      <td className="number">{notes}</td>
      <td className="number">{raters}</td>
      <td className="number">{raw === null ? "" : levelInDigits(raw)}</td>
      <td className="number nowrap">{shareInWords(ownWeight)}</td>
      <td className="number nowrap">{lastDay === null ? "" : formatDay(dateOfDay(lastDay), today)}</td>
    </tr>
  );
}

/** Which message to lead with: about how likely each is to be the best, with each audience, and every pair over all. */
function LeadsTable({ view }: { view: EffectivenessView }) {
  const { overAll, byAudience } = view.leads;
  const labels = overAll.best.map(({ number }) => `Message ${number}`);
  const of = onlySome(view) === "" ? "" : " among those best received";
  const nameOf = new Map(view.rows.map(({ audience }) => [audience.id, audience.name]));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it */}
      <div className="scroll report-scroll" tabIndex={0}>
        <table className="table dense">
          <caption className="note">
            Roughly how likely each message is to be the best received; then the two best received, with the
            chance that they rank in this order. Each pair of audience and message is treated as independent.
            {onlySome(view)}
          </caption>
          <TableHead labels={["Audience", ...labels, "The two best received"]} figures={labels} />
          <tbody>
            <LeadRow name="All audiences" lead={overAll} />
            {byAudience.map(({ audienceId, ...lead }) => (
              <LeadRow key={audienceId} name={nameOf.get(audienceId) ?? ""} lead={lead} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        Every pair of messages{of}, across all audiences: {overAll.pairs.map(aheadInWords).join(" ")}
      </p>
    </>
  );
}

/** Said where not every message has a column. */
function onlySome({ leads, ofMessages }: EffectivenessView): string {
  const { length } = leads.overAll.best;
  return length === MOST_COMPARED && length < ofMessages
    ? ` Of ${ofMessages} messages, the ${length} best received overall are shown.`
    : "";
}

function LeadRow({ name, lead: { best, pairs } }: { name: string; lead: Lead }) {
  const [highest] = pairs;
  return (
    <tr>
      <th scope="row">{name}</th>
      {best.map(({ number, chance }) => (
        <td key={number} className="number nowrap">
          {unbroken(chanceInWords(chance).replace(/^(?=\d)/, "about "))}
        </td>
      ))}
      <td>{highest === undefined ? "" : leadInShort(highest)}</td>
    </tr>
  );
}
