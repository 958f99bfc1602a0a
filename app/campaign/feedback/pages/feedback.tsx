// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away

import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listFilterChoices } from "#app/campaign/campaigns/choices.server.ts";
import { messageOption } from "#app/campaign/campaigns/choices.ts";
import styles from "#app/campaign/outcomes/outcomes.css?url";
import { namedOption } from "#app/http/form-values.ts";
import { campaignPage, pageField } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { Select } from "#app/ui/controls.tsx";
import { NewerOlder, PhoneFold, TableHead } from "#app/ui/list.tsx";
import { MessageNumber, Reception } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { feedbackLabel } from "../feedback.ts";
import { listFeedback, type StoredFeedback } from "../store.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Reactions outside meetings");

const filters = z.object({
  audience: z.string().max(128).catch(""),
  message: z.string().max(128).catch(""),
  page: pageField,
});

export const loader = campaignPage("read", async ({ database, campaign, url, may }) => {
  const wanted = filters.parse(Object.fromEntries(url.searchParams));
  const filter = { audienceId: wanted.audience || null, messageId: wanted.message || null };
  const [list, choices] = await Promise.all([
    listFeedback(database.read, campaign.id, filter, wanted.page),
    listFilterChoices(database.read, campaign.id),
  ]);
  return { base: `/c/${campaign.id}`, wanted, ...list, choices, mayWrite: may("write") };
});

export default function FeedbackList() {
  const { base, wanted, feedback, hasOlder, choices, mayWrite } = useLoaderData<typeof loader>();
  const isFiltered = wanted.audience !== "" || wanted.message !== "";
  const record = { label: "Record a reaction", to: `${base}/feedback/new` };
  return (
    <>
      <PageHead
        title="Reactions outside meetings"
        sub="Replies, statements, votes, adopted texts, mentions and surveys; each counts as a reception, weighted by its kind"
        crumbs={[{ label: "Outcomes", to: `${base}/outcomes` }, "Reactions"]}
        next={mayWrite ? record : null}
      />
      <PhoneFold isOpen={wanted.audience !== "" || wanted.message !== ""} />
      <form className="outcome-filters" method="get">
        <Select
          name="audience"
          label="Audience"
          value={wanted.audience}
          options={[all, ...choices.audiences.map(namedOption)]}
        />
        <Select
          name="message"
          label="Message"
          value={wanted.message}
          options={[all, ...choices.messages.map(messageOption)]}
        />
        <button type="submit" className="button">
          Show
        </button>
      </form>
      {feedback.length === 0 ? (
        <Empty
          text={
            isFiltered
              ? "No reactions match."
              : "Reactions that reach us outside meetings appear here, with a date and a rating."
          }
          act={isFiltered ? { label: "Show all", to: `${base}/feedback` } : mayWrite ? record : null}
        />
      ) : (
        <FeedbackTable feedback={feedback} base={base} />
      )}
      <NewerOlder page={wanted.page} hasOlder={hasOlder} path={`${base}/feedback`} search={wanted} />
    </>
  );
}

const all = { value: "", label: "All" };

function FeedbackTable({ feedback, base }: { feedback: readonly StoredFeedback[]; base: string }) {
  const today = useToday();
  return (
    <table className="table stacked" role="table">
      <TableHead labels={["Day", "What", "Whose", "Message", "Reception"]} />
      <tbody>
        {feedback.map((one) => (
          <tr key={one.id} role="row">
            <td role="cell" className="nowrap">
              {formatDay(one.day, today)}
            </td>
            <th scope="row" role="rowheader">
              <a href={`${base}/feedback/${one.id}`}>{feedbackLabel(one.kind)}</a>
              <br />
              <span className="note">{one.words}</span>
            </th>
            <td role="cell">{one.contact === null ? one.audience : `${one.contact}, ${one.audience}`}</td>
            <td role="cell">
              <span className="cell-label">Message </span>
              <MessageNumber n={one.message.number} />
            </td>
            <td role="cell">
              <Reception score={one.score} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
