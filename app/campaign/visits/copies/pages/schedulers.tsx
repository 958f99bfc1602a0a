import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { writeText } from "#app/documents/write-text.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../../pages/visits.css?url";
import { crumbsOf } from "../../programme-words.ts";
import { headOf, programmePath, visitHere } from "../../visit-here.server.ts";
import { copyOf } from "./schedulers-here.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Copy for schedulers");

export const loader = campaignPage("read", async (arrival) => {
  const visit = await visitHere(arrival);
  const { document, leftOut } = copyOf(arrival, visit);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    mayWrite: arrival.may("write"),
    number: headOf(visit).number,
    text: writeText(document),
    leftOut,
  };
});

export default function Schedulers() {
  const { here, title, mayWrite, number, text, leftOut } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Copy for schedulers"
        sub="Times, places, hosts and who is coming. No plan B, no messages, nothing internal"
        crumbs={crumbsOf({ here, title }, "Copy for schedulers")}
      />
      <div className="copied-text">
        <label htmlFor="text">The programme as plain text, version {number}</label>
        <textarea id="text" readOnly rows={24} defaultValue={text} />
      </div>
      <p className="acts">
        <button type="button" className="button primary" data-copy="text" hidden>
          Copy the text
        </button>{" "}
        <a className="button" href={`${here}/schedulers.txt`} download>
          Text file
        </a>{" "}
        <a className="button" href={`${here}/schedulers.md`} download>
          Markdown file
        </a>
      </p>
      {leftOut.length === 0 ? null : (
        <p className="note">Left out as internal or TLP:RED: {leftOut.join(", ")}.</p>
      )}
      {mayWrite ? (
        <p className="note">
          Anyone who receives it should be on record: <a href={`${here}/copies`}>say whom you sent it to</a>.
        </p>
      ) : null}
    </>
  );
}
