import { useLoaderData } from "@remix-run/react";
import { campaignPage, listPage } from "#app/http/page.server.ts";
import { FOUND_BY_WORDS } from "#app/text/cut.ts";
import { CutLine, Pager } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../../pages/messages.css?url";
import { countObjections, listObjectionsInUse, listRetiredObjections, withHeard } from "../list.server.ts";
import { ObjectionTable } from "../objection-table.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Objections");

export const loader = campaignPage("read", async ({ database, campaign, url, may }) => {
  const { read } = database;
  const count = await countObjections(read, campaign.id);
  const { page, pages, part } = listPage(url, count);
  const shown = await listObjectionsInUse(read, campaign.id, part);
  return {
    base: `/c/${campaign.id}`,
    mayWrite: may("write"),
    count,
    page,
    pages,
    objections: await withHeard(read, shown),
    retired: await listRetiredObjections(read, campaign.id),
  };
});

export default function Objections() {
  const { base, mayWrite, count, page, pages, objections, retired } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Objections"
        sub={`${count} in use. The logged outcomes show how often each was heard, answered and not pressed again.`}
        crumbs={[{ label: "Messages", to: `${base}/messages` }, "Objections"]}
        next={mayWrite ? { label: "Add an objection", to: `${base}/objections/new` } : null}
      />
      <ObjectionTable objections={objections} base={base} />
      <Pager page={page} pages={pages} link={(wanted) => `?page=${wanted}`} />
      {retired.rows.length === 0 ? null : (
        <section aria-labelledby="retired">
          <h2 id="retired">Retired</h2>
          <ul>
            {retired.rows.map(({ id, code, name }) => (
              <li key={id}>
                <a href={`${base}/objections/${code}`}>
                  {code} {name}
                </a>{" "}
                <State kind="off">Retired</State>
              </li>
            ))}
          </ul>
          <CutLine cutAt={retired.cutAt} which="first by code" others={FOUND_BY_WORDS} />
        </section>
      )}
    </>
  );
}
