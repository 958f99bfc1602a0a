import { useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { momentInWords } from "#app/time/two-clocks.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { readMessageHead } from "../message-view.server.ts";
import { statusInWords } from "../message-words.ts";
import type { RevisionWithClearance } from "../revisions.server.ts";
import styles from "./message.css?url";
import { MessageHead } from "./message-head.tsx";
import { RevisionDiff } from "./revision-diff.tsx";

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
              <RevisionEntry key={revision.id} revision={revision} homeZone={head.homeZone} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="compare">
          <h2 id="compare">What changed</h2>
          {from === null || to === null ? (
            <p className="empty">Only one revision.</p>
          ) : (
            <>
              <Chooser revisions={head.revisions} from={from.number} to={to.number} />
              <RevisionDiff from={from} to={to} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

function RevisionEntry({ revision, homeZone }: { revision: RevisionWithClearance; homeZone: Zone }) {
  const { clearance } = revision;
  const today = useToday();
  const state = clearance === null ? null : statusInWords({ status: "cleared", clearance }, today);
  return (
    <li>
      <b>Revision {revision.number}</b>{" "}
      {state === null ? null : <State kind={state.kind}>{state.words}</State>}
      <br />
      {revision.reason}
      <br />
      <span className="note">
        {revision.madeByName}, {momentInWords(new Date(revision.madeAt), homeZone)}
      </span>
      <p className="message-statement short-statement">{revision.statement}</p>
    </li>
  );
}

function Chooser({
  revisions,
  from,
  to,
}: {
  revisions: readonly RevisionWithClearance[];
  from: number;
  to: number;
}) {
  return (
    <form method="get" className="chooser">
      <RevisionSelect name="from" label="From" revisions={revisions} chosen={from} />
      <RevisionSelect name="to" label="To" revisions={revisions} chosen={to} />
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}

function RevisionSelect({
  name,
  label,
  revisions,
  chosen,
}: {
  name: "from" | "to";
  label: string;
  revisions: readonly RevisionWithClearance[];
  chosen: number;
}) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen}>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.number}>
            Revision {revision.number}
          </option>
        ))}
      </select>
    </label>
  );
}
