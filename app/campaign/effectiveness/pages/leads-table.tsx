import { chanceInWords } from "#app/method/figure.ts";
import { TableHead } from "#app/ui/list.tsx";
import { leadInShort } from "../beside-matrix.ts";
import { aheadInWords } from "../finding.ts";
import { type Lead, MOST_COMPARED } from "../leads.ts";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

/** Which message to lead with: about how likely each is to be the best, with each audience, and every pair over all. */
export function LeadsTable({ view }: { view: EffectivenessView }) {
  const { overAll, byAudience } = view.leads;
  const labels = overAll.best.map(({ number }) => `Message ${number}`);
  const of = onlySome(view) === "" ? "" : " of those that stand highest";
  const nameOf = new Map(view.rows.map(({ audience }) => [audience.id, audience.name]));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it */}
      <div className="scroll" tabIndex={0}>
        <table className="tbl dense">
          <caption className="note">
            About how likely each message is to be the best received, cells taken as independent; and the two
            that stand highest, with the chance that this is right.{onlySome(view)}
          </caption>
          <TableHead labels={["Audience", ...labels, "The two highest"]} figures={labels} />
          <tbody>
            <Row name="All audiences" lead={overAll} />
            {byAudience.map(({ audienceId, ...lead }) => (
              <Row key={audienceId} name={nameOf.get(audienceId) ?? ""} lead={lead} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        Over all audiences, every pair{of}: {overAll.pairs.map(aheadInWords).join(" ")}
      </p>
    </>
  );
}

/** Said where not every message has a column. */
function onlySome({ leads, ofMessages }: EffectivenessView): string {
  const { length } = leads.overAll.best;
  return length === MOST_COMPARED && length < ofMessages
    ? ` Of ${ofMessages} messages the ${length} that stand highest over all audiences are shown.`
    : "";
}

function Row({ name, lead: { best, pairs } }: { name: string; lead: Lead }) {
  const [highest] = pairs;
  return (
    <tr>
      <th scope="row">{name}</th>
      {best.map(({ number, chance }) => (
        <td key={number} className="num nowrap">
          about {chanceInWords(chance)}
        </td>
      ))}
      <td>{highest === undefined ? "" : leadInShort(highest)}</td>
    </tr>
  );
}
