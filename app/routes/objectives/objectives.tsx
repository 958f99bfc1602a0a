import { useLoaderData } from "@remix-run/react";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { listObjectives } from "#db/queries/objectives.server.ts";
import { ObjectiveFigure } from "./objective-figure.tsx";
import styles from "./objectives.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Objectives");

export const loader = campaignPage("read", async ({ database, campaign, now, may }) => ({
  campaignId: campaign.id,
  today: dateIn(now, WASHINGTON),
  objectives: await listObjectives(database.read, campaign.id),
  mayWrite: may("write"),
}));

export default function Objectives() {
  const { campaignId, today, objectives, mayWrite } = useLoaderData<typeof loader>();
  const page = `/c/${campaignId}/objectives`;
  const add = { label: "Add an objective", to: `${page}/new` };
  const acts = mayWrite ? (
    <a className="btn primary" href={add.to}>
      {add.label}
    </a>
  ) : null;
  return (
    <>
      <PageHead
        title="Objectives"
        sub="What must change in Washington. Meetings held and notes written are activities and are counted apart."
        crumbs={[
          { label: "Overview", to: `/c/${campaignId}` },
          { label: "Objectives", to: null },
        ]}
        acts={acts}
      />
      {objectives.length === 0 ? (
        <Empty text="No objective has been set." act={mayWrite ? add : null} />
      ) : null}
      <ul className="objectives">
        {objectives.map((objective) => (
          <li key={objective.id}>
            <h2>
              <a href={`${page}/${objective.id}`}>{objective.sentence}</a>
            </h2>
            <ObjectiveFigure objective={objective} today={today} />
            <p className="small">
              {objective.indicator}
              {objective.latest?.note ? `. ${objective.latest.note}` : ""}
            </p>
            {mayWrite ? <a href={`${page}/${objective.id}#add-a-reading`}>Add a reading</a> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
