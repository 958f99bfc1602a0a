import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { type SignedInArrival, signedInPage } from "#app/http/page.server.ts";
import { isAllowed } from "#app/http/permission.ts";
import { markMatches, searchWords } from "#app/text/search-words.ts";
import { formatDay } from "#app/time/format.ts";
import { CutLine } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { FIND_GROUPS, type FoundRecord, partAround, pathOfFound } from "../found-record.ts";
import { listFound, listFoundOnHold } from "../search.server.ts";
import styles from "./find.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => [{ title: "Find · Demarche" }];

/** As many of a group as are shown before somebody asks for all of them. */
const FEW = 8;

const search = z.object({
  q: z.string().max(500).catch(""),
  all: z.string().max(40).catch(""),
});

/** `path` is that of the page, where it is asked again. */
export async function readFind({ account, database, url, now }: SignedInArrival) {
  const { q, all } = search.parse(Object.fromEntries(url.searchParams));
  const campaigns = await listCampaignsOfAccount(database.read, account.id);
  const words = searchWords(q);
  const { rows: found, cutAt } = await listFound(
    database.read,
    words,
    campaigns.map(({ campaign }) => campaign.id),
  );
  const groups = FIND_GROUPS.map(({ name, kinds }) => {
    const records = found.filter(({ kind }) => kinds.some((one) => one === kind));
    return { name, count: records.length, shown: records.slice(0, all === name ? records.length : FEW) };
  }).filter(({ count }) => count > 0);
  const shown = groups.flatMap((group) => group.shown);
  const onHold = [...(await listFoundOnHold(database.read, shown, now))];
  const names = Object.fromEntries(campaigns.map(({ campaign }) => [campaign.id, campaign.name]));
  const planIn = campaigns.find(({ role }) => isAllowed(role, "write"))?.campaign.id ?? null;
  const mayPlan = new Set(
    campaigns.filter(({ role }) => isAllowed(role, "write")).map(({ campaign }) => campaign.id),
  );
  const audience =
    found.find(({ kind, campaignId }) => kind === "audience" && mayPlan.has(campaignId)) ?? null;
  return {
    path: url.pathname,
    q: q.trim(),
    words,
    groups,
    count: found.length,
    cutAt,
    names,
    planIn,
    audience,
    onHold,
  };
}

export const loader = signedInPage(readFind);

export default function Find() {
  const { path, q, words, groups, count, cutAt, names, planIn, audience, onHold } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Find"
        sub={
          q === ""
            ? "Everything in your campaigns. Accents and capitals make no difference."
            : `${count === 1 ? "1 result" : `${count} results`} for “${q}”`
        }
      />
      <search>
        <form action={path} method="get" className="finder">
          <label className="visually-hidden" htmlFor="q">
            Find
          </label>
          <input id="q" type="search" name="q" defaultValue={q} autoComplete="off" />
          <button type="submit" className="button primary">
            Find
          </button>
        </form>
      </search>
      {q !== "" && count === 0 ? <NothingFound q={q} planIn={planIn} /> : null}
      <CutLine cutAt={cutAt} which="newest matches" others="Add a word to narrow them down." />
      <div className="found">
        {groups.map((group, index) => (
          <section key={group.name} aria-labelledby={`group-${index}`}>
            <h2 id={`group-${index}`}>{group.name}</h2>
            <ul>
              {group.shown.map((record) => (
                <Found
                  key={`${record.kind} ${record.id}`}
                  record={record}
                  words={words}
                  campaign={campaignShown(record, names)}
                  isOnHold={onHold.includes(record.id)}
                />
              ))}
            </ul>
            {group.count > group.shown.length ? (
              <p className="note">
                <a href={`${path}?q=${encodeURIComponent(q)}&all=${encodeURIComponent(group.name)}`}>
                  All {group.count}
                </a>
              </p>
            ) : null}
            {index === 0 && audience !== null ? <Acts audience={audience} /> : null}
          </section>
        ))}
      </div>
    </>
  );
}

/** The campaign is named where the reader has several and the record belongs to one. */
function campaignShown({ kind, campaignId }: FoundRecord, names: Record<string, string>): string {
  const isEverybodys = kind === "contact" || kind === "organisation";
  return isEverybodys || Object.keys(names).length < 2 ? "" : (names[campaignId] ?? "");
}

type FoundProps = {
  record: FoundRecord;
  words: string[];
  campaign: string;
  isOnHold: boolean;
};

function Found({ record, words, campaign, isOnHold }: FoundProps) {
  const today = useToday();
  const about =
    record.kind === "audience" || record.kind === "outreach event" ? "" : partAround(record.body, words);
  const parts = [record.day === null ? "" : formatDay(record.day, today), about, campaign].filter(
    (part) => part !== "",
  );
  return (
    <li>
      <a href={pathOfFound(record)}>
        <Marked text={record.title} words={words} />
      </a>{" "}
      {isOnHold ? <State kind="bad">On hold</State> : null}
      {record.reviewBy !== null && record.reviewBy < today ? (
        <State kind="bad">
          {record.kind === "proof point" ? "Stale" : "Evidence stale"} since{" "}
          {formatDay(record.reviewBy, today)}
        </State>
      ) : null}
      <span className="secondary">
        {record.kind}
        {parts.map((part) => (
          <span key={part}>
            , <Marked text={part} words={words} />
          </span>
        ))}
      </span>
    </li>
  );
}

function Marked({ text, words }: { text: string; words: string[] }) {
  let at = 0;
  return markMatches(text, words).map((part) => {
    at += part.text.length;
    return part.isMatch ? <mark key={at}>{part.text}</mark> : part.text;
  });
}

function Acts({ audience }: { audience: FoundRecord }) {
  return (
    <>
      <h2>Do</h2>
      <ul>
        <li>
          <a href={`${addressOf.newEvent(audience.campaignId)}?audience=${audience.id}`}>
            Plan an event with {audience.title}
          </a>
          <kbd>E</kbd>
        </li>
        <li>
          <a href={addressOf.log(audience.campaignId)}>Log an outcome</a>
          <kbd>L</kbd>
        </li>
      </ul>
    </>
  );
}

function NothingFound({ q, planIn }: { q: string; planIn: string | null }) {
  return (
    <p className="empty">
      Nothing found for “{q}”.{" "}
      {planIn === null ? null : (
        <a href={`${addressOf.newEvent(planIn)}?title=${encodeURIComponent(q.slice(0, 120))}`}>
          Plan an event with that title?
        </a>
      )}
    </p>
  );
}
