import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { RecordConflict } from "#app/ui/record-conflict.tsx";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { crumbsOf } from "../../pages/visit-crumbs.ts";
import styles from "../../pages/visits.css?url";
import { programmePath, visitHere } from "../../visit-here.server.ts";
import { checkWhoGoes, PARTS, partLabel } from "../who-goes.ts";
import { saveWhoGoesHere } from "./save-who-goes.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Who goes where");

export const loader = campaignPage("write", async (arrival) => {
  const visit = await visitHere(arrival);
  const items = visit.items.filter(({ takesPlace }) => takesPlace);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    members: visit.members,
    items: items.map(({ id, title, startsAt }) => ({ id, title, time: timeIn(startsAt, WASHINGTON) })),
    parts: visit.parts,
    faults: checkWhoGoes(visit.members, items, visit.parts).faults,
    kept: arrival.kept,
  };
});

export const action = campaignAction("write", saveWhoGoesHere);

export default function WhoGoes() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Who goes where" sub={page.title} crumbs={crumbsOf(page, "Who goes where")} />
      {refused?.stale ? (
        <RecordConflict
          of={{ fields: cellsIn(refused.stale.theirs, page) }}
          stale={refused.stale}
          mine={refused.values}
          keepTheirs={`${page.here}/who-goes`}
        />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      {page.members.length === 0 || page.items.length === 0 ? (
        <Empty
          text="It takes a member and an item before anybody goes anywhere."
          act={{ label: "To the programme", to: page.here }}
        />
      ) : (
        <FormFrame className="form wide" action="?">
          <Matrix values={refused?.values ?? page.kept} />
          <ul className="faults">
            {page.faults.map((fault) => (
              <li key={fault}>
                <State kind="warn">{fault}</State>
              </li>
            ))}
          </ul>
          <SaveBar label="Save who goes where" leave={page.here} />
        </FormFrame>
      )}
    </>
  );
}

const PART_OPTIONS = [
  { value: "none", label: partLabel(null) },
  ...PARTS.map((part) => ({ value: part, label: partLabel(part) })),
];

/** The cells of the table of which something is told, as fields of a record. */
function cellsIn(values: FormValues, { members, items }: ReturnType<typeof useLoaderData<typeof loader>>) {
  return members
    .flatMap((member) =>
      items.map((item) => ({
        name: `part.${member.id}.${item.id}`,
        label: `${member.name}: ${item.title}`,
        control: "select" as const,
        options: PART_OPTIONS,
      })),
    )
    .filter(({ name }) => name in values);
}

function Matrix({ values }: { values: FormValues | null }) {
  const { members, items, parts } = useLoaderData<typeof loader>();
  const standing = (memberId: string, itemId: string) =>
    parts.find((one) => one.memberId === memberId && one.itemId === itemId)?.part ?? "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="whs" tabIndex={0} aria-label="Who goes where, table">
      <table className="tbl wh choosing">
        <thead>
          <tr>
            <th scope="col" className="n">
              Person
            </th>
            {items.map(({ id, time, title }) => (
              <th scope="col" key={id}>
                {time}
                <br />
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                {member.name}
                <span className="sub">{member.title}</span>
              </th>
              {items.map((item) => {
                const name = `part.${member.id}.${item.id}`;
                const now = standing(member.id, item.id);
                return (
                  <td key={item.id}>
                    <input type="hidden" name={`was.${member.id}.${item.id}`} value={now || "none"} />
                    <select
                      name={name}
                      aria-label={`${member.name}, ${item.time} ${item.title}`}
                      defaultValue={typedValue(values, name, now || "none")}
                    >
                      <option value="none">–</option>
                      {PARTS.map((part) => (
                        <option key={part} value={part}>
                          {partLabel(part)}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
