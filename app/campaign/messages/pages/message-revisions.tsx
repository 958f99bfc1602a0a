import { useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { ChooseTwo } from "#app/ui/word-diff.tsx";
import { readMessageHead } from "../message-view.server.ts";
import styles from "./message.css?url";
import { MessageHead } from "./message-head.tsx";
import { RevisionDiff, RevisionEntry } from "./revisions-shown.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: { head: { message: { number: number } } } | undefined }) =>
  pageTitle(`Revisions of message ${data?.head.message.number ?? ""}`);

export const loader = campaignPage("read", async (arrival: CampaignArrival) => {
  const head = await readMessageHead(arrival);
  const { searchParams } = arrival.url;
  const chosen = (name: string) =>
    head.revisions.find((one) => String(one.number) === searchParams.get(name)) ?? null;
  const to = chosen("to") ?? head.revisions[0] ?? null;
  const from = chosen("from") ?? head.revisions.find((one) => to !== null && one.number < to.number) ?? null;
  return { head, from, to };
});

export default function MessageRevisions() {
  const { head, from, to } = useLoaderData<typeof loader>();
  return (
    <>
      <MessageHead view={head} tab="revisions" />
      <div className="message-columns">
        <section aria-labelledby="all">
          <h2 id="all">All revisions</h2>
          <ol className="history">
            {head.revisions.map((revision) => (
              <RevisionEntry key={revision.id} revision={revision}>
                <p className="message-statement short-statement">{revision.statement}</p>
              </RevisionEntry>
            ))}
          </ol>
        </section>
        <section aria-labelledby="compare">
          <h2 id="compare">What changed</h2>
          {from === null || to === null ? (
            <p className="empty">Only one revision.</p>
          ) : (
            <>
              <ChooseTwo
                options={head.revisions.map(({ number: value }) => ({ value, label: `Revision ${value}` }))}
                from={from.number}
                to={to.number}
              />
              <RevisionDiff from={from} to={to} />
            </>
          )}
        </section>
      </div>
    </>
  );
}
