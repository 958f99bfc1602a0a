import { useLoaderData } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { z } from "zod";
import { paperHash, SECTION_TITLES, SECTIONS, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { ChooseTwo } from "#app/ui/word-diff.tsx";
import { Words } from "../../checks/pages/words.tsx";
import { findVersionText, listVersions } from "../../lists.server.ts";
import styles from "../../pages/talking-points.css?url";
import { type ComparedBlock, compareVersions } from "../compare-versions.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Compare versions");

const PARTS = { title: "Title", speaker: "Speaker", ask: "Ask", objective: "Objective" } as const;

const chosen = z.union([z.literal("now"), z.coerce.number().int().min(1).max(100_000)]);

/** Two texts of a paper: `from` and `to` are numbers of versions, or "now". Unsaid, the two newest. */
export const loader = campaignPage("read", async ({ database, campaign, params, url, may }) => {
  const paper = await findPaper(database.read, campaign.id, params.paper ?? "");
  if (paper === null) notFound();
  const kept = await listVersions(database.read, paper.id);
  const versions = kept.map((version) => version.number);
  const hash = paperHash(paper.text);
  const from = chosen.safeParse(url.searchParams.get("from") ?? versions[0] ?? "now");
  const to = chosen.safeParse(url.searchParams.get("to") ?? "now");
  if (!from.success || !to.success) notFound();
  const text = async (which: number | "now"): Promise<TalkingPoints> =>
    which === "now" ? paper.text : ((await findVersionText(database.read, paper.id, which)) ?? notFound());
  const [before, after] = [await text(from.data), await text(to.data)];
  return {
    page: addressOf.paper(campaign.id, paper.id),
    title: paper.text.title,
    versions,
    from: from.data,
    to: to.data,
    hash,
    restorable:
      may("write") && paper.stage !== "used"
        ? kept.filter((version) => version.hash !== hash).map((version) => version.number)
        : [],
    heads: headsOf(before, after),
    rows: compareVersions(before, after),
  };
});

function headsOf(before: TalkingPoints, after: TalkingPoints) {
  return (["title", "speaker", "ask", "objective"] as const)
    .filter((part) => before[part] !== after[part])
    .map((part) => ({ part, before: before[part], after: after[part] }));
}

export default function CompareVersions() {
  const { page, title, versions, from, to, hash, restorable, heads, rows } = useLoaderData<typeof loader>();
  const crumbs = [
    { label: "Talking points", to: page.slice(0, page.lastIndexOf("/")) },
    { label: title, to: page },
    "Compare versions",
  ];
  const names = [nameOf(from), nameOf(to)] as const;
  return (
    <>
      <PageHead title="Compare versions" crumbs={crumbs} />
      {versions.length === 0 ? (
        <Empty text="Nothing has been sent yet, so there is only the current text." />
      ) : null}
      <ChooseTwo
        options={(["now", ...versions] as const).map((value) => ({ value, label: nameOf(value) }))}
        from={from}
        to={to}
      />
      <div className="version-sides">
        {[from, to].map((which, side) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the two sides stay where they are
          <div key={side}>
            <h2>{nameOf(which)}</h2>
            {which !== "now" && restorable.includes(which) ? (
              <ButtonForm
                action={page}
                label="Restore this version"
                className="linklike"
                fields={{ intent: "restore", number: String(which), hash }}
              />
            ) : null}
          </div>
        ))}
        {heads.map(({ part, before, after }) => (
          <Fragment key={part}>
            <h3>{PARTS[part]}</h3>
            <Pair names={names} before={<del>{before}</del>} after={<ins>{after}</ins>} />
          </Fragment>
        ))}
        {SECTIONS.map((section) => (
          <SectionRows
            key={section}
            names={names}
            title={SECTION_TITLES[section]}
            rows={rows.filter((row) => row.section === section)}
          />
        ))}
      </div>
    </>
  );
}

function nameOf(which: number | "now"): string {
  return which === "now" ? "Current text" : `Version ${which}`;
}

type Names = readonly [string, string];

function SectionRows({
  title,
  rows,
  names,
}: {
  title: string;
  rows: readonly ComparedBlock[];
  names: Names;
}) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {rows.map((row) => (
        <Pair
          key={`${row.before?.id} ${row.after?.id}`}
          names={names}
          before={row.before === null ? null : <Words parts={row.words} without="added" />}
          after={
            row.after === null ? null : (
              <>
                {row.isMoved ? <Moved /> : null}
                <Words parts={row.words} without="removed" />
                <SourcesChanged row={row} />
              </>
            )
          }
        />
      ))}
    </>
  );
}

function Moved() {
  return (
    <>
      <State kind="warn">Moved</State>{" "}
    </>
  );
}

function SourcesChanged({ row }: { row: ComparedBlock }) {
  const codes = (block: ComparedBlock["after"]) => (block?.footnotes ?? []).map((one) => one.code).join(", ");
  if (row.before === null || codes(row.before) === codes(row.after)) return null;
  return (
    <span className="note">
      {" "}
      Sources before: {codes(row.before) || "none"}; now: {codes(row.after) || "none"}
    </span>
  );
}

/** One part of both texts, each under the name of its version where they stand one below the other. */
function Pair({ names, before, after }: { names: Names; before: ReactNode; after: ReactNode }) {
  const sides = [
    before ?? <span className="note">Not in this version</span>,
    after ?? <span className="note">Removed</span>,
  ];
  return names.map((name, side) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the two sides stay where they are
    <div key={side} className="version-side">
      <span className="version-name">{name}</span>
      {sides[side]}
    </div>
  ));
}
