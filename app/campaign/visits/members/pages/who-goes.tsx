import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save, staleRecord } from "#app/http/save-form.server.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { ErrorSummary, FormFrame, SaveBar } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { type Cell, saveWhoGoes } from "../../items.server.ts";
import { WhoGoesTable } from "../../pages/programme-table.tsx";
import styles from "../../pages/visits.css?url";
import { crumbsOf, startOfItem } from "../../programme-words.ts";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { checkWhoGoes, PARTS, type Part, partLabel } from "../who-goes.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Who goes where");

export const loader = campaignPage("write", async (arrival) => {
  const visit = await visitHere(arrival);
  const items = visit.items.filter(({ takesPlace }) => takesPlace);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    members: visit.members,
    items: items.map((item) => ({ id: item.id, title: item.title, time: startOfItem(item) })),
    titles: visit.items.map(({ id, title }) => ({ id, title })),
    parts: visit.parts,
    faults: checkWhoGoes(visit.members, items, visit.parts).faults,
    kept: arrival.kept,
  };
});

const part = z
  .enum([...PARTS, "none"], { error: "Choose one from the list" })
  .transform((value): Part | null => (value === "none" ? null : value));
const cells = z.record(identifier, z.record(identifier, part)).default({});
const schema = z.object({ part: cells, was: cells });

/** Saves the whole table; where somebody changed one of the same cells meanwhile, both are shown and nothing is saved. */
export const action = campaignAction("write", async (arrival) => {
  const { event } = await visitHere(arrival);
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, typed) => saveWhoGoes(change, targetHere(arrival, "#who-goes"), cellsOf(typed)),
    async ({ cells: standing }) => {
      const record = { kind: "outreach event", id: event.id, version: event.version } as const;
      const theirs = standing.map(({ memberId, itemId, was }) => [
        `part.${memberId}.${itemId}`,
        was ?? "none",
      ]);
      return { stale: await staleRecord(arrival, record, Object.fromEntries(theirs)) };
    },
  );
});

function cellsOf({ part: parts, was }: z.infer<typeof schema>): Cell[] {
  return Object.entries(parts).flatMap(([memberId, byItem]) =>
    Object.entries(byItem).map(([itemId, wanted]) => ({
      memberId,
      itemId,
      was: was[memberId]?.[itemId] ?? null,
      part: wanted,
    })),
  );
}

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
          text="This needs at least one member, and one item that is not cancelled."
          act={{ label: "Back to the programme", to: page.here }}
        />
      ) : (
        <FormFrame className="form wide-form" action="?">
          <Matrix values={refused?.values ?? page.kept} />
          <ul>
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
function cellsIn(values: FormValues, { members, titles }: ReturnType<typeof useLoaderData<typeof loader>>) {
  return Object.keys(values).map((name) => {
    const [, memberId, itemId] = name.split(".");
    const member = members.find(({ id }) => id === memberId)?.name ?? "Someone";
    const item = titles.find(({ id }) => id === itemId)?.title ?? "an item";
    return {
      name,
      column: name,
      label: `${member}: ${item}`,
      control: "select" as const,
      options: PART_OPTIONS,
    };
  });
}

function Matrix({ values }: { values: FormValues | null }) {
  const { members, items, parts } = useLoaderData<typeof loader>();
  const standing = (memberId: string, itemId: string) =>
    parts.find((one) => one.memberId === memberId && one.itemId === itemId)?.part ?? "";
  return (
    <WhoGoesTable
      page={{ members, items }}
      className="who-goes choosing"
      cell={(memberId, item) => (
        <PartChoice
          at={`${memberId}.${item.id}`}
          label={`${members.find(({ id }) => id === memberId)?.name}, ${item.time} ${item.title}`}
          now={standing(memberId, item.id) || "none"}
          values={values}
        />
      )}
    />
  );
}

/** The part of one member in one item, with the part that the page showed. */
function PartChoice({
  at,
  label,
  now,
  values,
}: {
  at: string;
  label: string;
  now: string;
  values: FormValues | null;
}) {
  return (
    <>
      <input type="hidden" name={`was.${at}`} value={now} />
      <select name={`part.${at}`} aria-label={label} defaultValue={typedValue(values, `part.${at}`, now)}>
        <option value="none">–</option>
        {PARTS.map((part) => (
          <option key={part} value={part}>
            {partLabel(part)}
          </option>
        ))}
      </select>
    </>
  );
}
