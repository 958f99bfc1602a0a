import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { FOUND_BY_WORDS } from "#app/text/cut.ts";
import { CutLine, Pager } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { statusInWords } from "../message-words.ts";
import { type MessagesView, readMessagesView } from "../messages-view.server.ts";
import { ObjectionTable } from "../objections/objection-table.tsx";
import { DueForReview } from "../proof-points/due-for-review.tsx";
import { MessageRow } from "./message-row.tsx";
import styles from "./messages.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Messages");
export const loader = campaignPage("read", readMessagesView);

export default function Messages() {
  const view = useLoaderData<typeof loader>();
  const { base, mayWrite, sentence, messages } = view;
  const files = (
    <a className="button" href={`${base}/messages/files`}>
      Import or export
    </a>
  );
  const add = mayWrite ? { label: "Add a message", to: `${base}/messages/new` } : null;
  return (
    <>
      <PageHead title="Messages" acts={files} next={add} />
      {messages.length === 0 ? (
        <Empty text="The campaign’s messages appear here, numbered, each with its evidence." act={add} />
      ) : (
        <p className="messages-said">{sentence}</p>
      )}
      <p className="small messages-holds">
        <a href={`${base}/holds`}>Holds on messages</a>, current and lifted
      </p>
      <div className="stack messages-stack">
        <ol className="message-rows" aria-label="Key messages">
          {messages.map((one) => (
            <MessageRow key={one.message.id} listed={one} view={view} />
          ))}
        </ol>
        <Pager page={view.page} pages={view.pages} link={(wanted) => `?page=${wanted}`} />
        <DueForReview view={view} />
        <ObjectionsOfCampaign view={view} />
        <Retired view={view} />
        <p className="note">
          Reception is our officers’ reading of the room, from −2 (rejected) to +2 (endorsed), across all
          audiences and weighted by priority. Where ratings are few, the level leans on similar cells (other
          pairs of a message and an audience); it is not a simple average.
        </p>
      </div>
    </>
  );
}

function ObjectionsOfCampaign({ view: { base, objections, counts, mayWrite } }: { view: MessagesView }) {
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">
        Objections{" "}
        {mayWrite ? (
          <a className="more" href={`${base}/objections/new`}>
            Add an objection
          </a>
        ) : null}
      </h2>
      <ObjectionTable objections={objections} base={base} />
      {counts.objections === 0 ? null : (
        <p className="small">
          <a href={`${base}/objections`}>All objections ({counts.objections})</a>
        </p>
      )}
    </section>
  );
}

function Retired({ view: { base, retired } }: { view: MessagesView }) {
  const today = useToday();
  if (retired.rows.length === 0) return null;
  return (
    <section aria-labelledby="retired">
      <h2 id="retired">Retired</h2>
      <ul>
        {retired.rows.map((message) => (
          <li key={message.id}>
            <a href={`${base}/messages/${message.number}`}>
              {message.number} {message.newest.title}
            </a>{" "}
            <State kind="off">{statusInWords(message.status, today).words}</State>
          </li>
        ))}
      </ul>
      <CutLine cutAt={retired.cutAt} which="first by number" others={FOUND_BY_WORDS} />
    </section>
  );
}
