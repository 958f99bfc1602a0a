import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { feedbackLabel } from "#app/campaign/feedback/feedback.ts";
import { listFeedback, type StoredFeedback } from "#app/campaign/feedback/store.server.ts";
import { campaignPage, pageField } from "#app/http/page.server.ts";
import { atWord } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import { Select } from "#app/ui/controls.tsx";
import { NewerOlder, PhoneFold } from "#app/ui/list.tsx";
import { Reception } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { type ListedOutcome, listMeetingsToLog, listOutcomes } from "../lists.server.ts";
import styles from "../outcomes.css?url";
import { MeetingsToLog } from "./meetings-to-log.tsx";
import { ReceptionMarks } from "./receptions.tsx";

export const meta = () => pageTitle("Outcomes");
export const links = () => [{ rel: "stylesheet", href: styles }];

const filters = z.object({
  audience: z.string().max(128).catch(""),
  message: z.string().max(128).catch(""),
  officer: z.string().max(128).catch(""),
  page: pageField,
});

export const loader = campaignPage("read", async ({ database, campaign, account, url, now, may }) => {
  const wanted = filters.parse(Object.fromEntries(url.searchParams));
  const { audience, message, officer, page } = wanted;
  const filter = { audienceId: audience || null, messageId: message || null, officerId: officer || null };
  const isOnePair = audience !== "" && message !== "" && officer === "" && page === 1;
  const [list, choices, toLog, reactions] = await Promise.all([
    listOutcomes(database.read, campaign.id, filter, page),
    listEventChoices(database.read, campaign.id),
    may("write") && page === 1 ? listMeetingsToLog(database.read, campaign.id, account.id, now) : null,
    isOnePair ? listFeedback(database.read, campaign.id, filter, 1).then(({ feedback }) => feedback) : [],
  ]);
  return {
    campaignId: campaign.id,
    wanted,
    ...list,
    choices,
    toLog,
    reactions,
    mayWrite: may("write"),
  };
});

/** What two lines of the list hold; the log has it all. */
const MOST_SAID = 120;

export default function Outcomes() {
  const { campaignId, wanted, outcomes, hasOlder, choices, toLog, reactions, mayWrite } =
    useLoaderData<typeof loader>();
  const base = `/c/${campaignId}`;
  const log = mayWrite ? { label: "Log a meeting", to: `${base}/log` } : null;
  const isFiltered = wanted.audience !== "" || wanted.message !== "" || wanted.officer !== "";
  return (
    <>
      <PageHead
        title="Outcomes"
        sub="What happened at our meetings, as each officer logged it"
        acts={
          <a className="button" href={`${base}/feedback`}>
            Reactions outside meetings
          </a>
        }
        next={log}
      />
      {toLog === null ? null : <MeetingsToLog toLog={toLog} base={base} />}
      <PhoneFold isOpen={[wanted.audience, wanted.message, wanted.officer].some((value) => value !== "")} />
      <form className="outcome-filters" method="get">
        <Select
          name="audience"
          label="Audience"
          value={wanted.audience}
          options={withAll(choices.audiences)}
        />
        <Select
          name="message"
          label="Message"
          value={wanted.message}
          options={withAll(
            choices.messages.map(({ id, number, title }) => ({ id, name: `${number} ${title}` })),
          )}
        />
        <Select
          name="officer"
          label="Logged by"
          value={wanted.officer}
          options={withAll(choices.colleagues)}
        />
        <button type="submit" className="button">
          Show
        </button>
      </form>
      {outcomes.length === 0 ? (
        <Empty
          text={isFiltered ? "No outcomes match." : "Outcomes appear here once a meeting has been logged."}
          act={isFiltered ? { label: "Show all", to: `${base}/outcomes` } : log}
        />
      ) : (
        <OutcomeList outcomes={outcomes} base={base} />
      )}
      <NewerOlder page={wanted.page} hasOlder={hasOlder} path={`${base}/outcomes`} search={wanted} />
      <ReactionsBeside reactions={reactions} base={base} wanted={wanted} />
    </>
  );
}

function withAll(choices: readonly { id: string; name: string }[]) {
  return [{ value: "", label: "All" }, ...choices.map(({ id, name }) => ({ value: id, label: name }))];
}

function OutcomeList({ outcomes, base }: { outcomes: readonly ListedOutcome[]; base: string }) {
  const today = useToday();
  return (
    <ul className="outcomes">
      {outcomes.map(({ id, event, officerName, said, receptions, objections }) => (
        <li key={id}>
          <div>
            <h2>
              <a href={`${base}/outcomes/${id}`}>{event.title}</a>
            </h2>
            <p className="note">
              {formatDay(event.day, today)}, logged by {officerName}
            </p>
          </div>
          <div>
            <ReceptionMarks receptions={receptions} />
            {said === "" ? null : <p className="outcome-said">{atWord(said, MOST_SAID)}</p>}
            {objections.length === 0 ? null : (
              <p className="note">Objected: {objections.map(({ name, text }) => name ?? text).join(", ")}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type Beside = {
  reactions: readonly StoredFeedback[];
  base: string;
  wanted: { audience: string; message: string };
};

/** Reactions outside meetings that count in the same figure as the outcomes above. */
function ReactionsBeside({ reactions, base, wanted: { audience, message } }: Beside) {
  const today = useToday();
  if (reactions.length === 0) return null;
  return (
    <section aria-labelledby="reactions">
      <h2 id="reactions">
        Reactions outside meetings also count{" "}
        <a className="more" href={`${base}/feedback?${new URLSearchParams({ audience, message })}`}>
          All
        </a>
      </h2>
      <ul className="outcome-lines">
        {reactions.map(({ id, kind, day, words, score }) => (
          <li key={id}>
            <span>
              <a href={`${base}/feedback/${id}`}>{feedbackLabel(kind)}</a>, {formatDay(day, today)}{" "}
              <Reception score={score} />
              <br />
              <span className="note">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
