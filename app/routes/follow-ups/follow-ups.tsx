import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { closedDay, type HomeCountry, nextWeek } from "#app/domain/follow-ups/due-date.ts";
import { DUE_GROUPS, type DueGroup, dueGroup } from "#app/domain/follow-ups/follow-up.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Empty, PageHead, Tabs } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { type FollowUp, listDoneFollowUps, listOpenFollowUps } from "#db/queries/follow-up-lists.server.ts";
import { listEventChoices } from "#db/queries/outreach-event-choices.server.ts";
import { NewerOlder } from "../outcomes/newer-older.tsx";
import { answerFollowUp } from "./answer-follow-up.server.ts";
import { FollowUpRow } from "./follow-up-row.tsx";
import styles from "./follow-ups.css?url";

export const meta = () => pageTitle("Follow-ups");
export const links = () => [{ rel: "stylesheet", href: styles }];

const views = ["all", "mine", "theirs"] as const;

const search = z.object({
  view: z.enum(views).catch("all"),
  change: z.string().max(128).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const loader = campaignPage(
  "read",
  async ({ database, campaign, account, home, now, url, may, kept }) => {
    const wanted = search.parse(Object.fromEntries(url.searchParams));
    const filter = {
      ownerAccountId: wanted.view === "mine" ? account.id : null,
      promisedBy: wanted.view === "theirs" ? ("them" as const) : null,
    };
    const [open, done, choices] = await Promise.all([
      wanted.page === 1 ? listOpenFollowUps(database.read, campaign.id, filter) : [],
      listDoneFollowUps(database.read, campaign.id, filter, wanted.page),
      wanted.change === "" ? null : listEventChoices(database.read, campaign.id),
    ]);
    const country: HomeCountry = { country: home.homeCountry, city: home.homeCity };
    const today = dateIn(now, WASHINGTON);
    return {
      campaignId: campaign.id,
      wanted,
      groups: grouped([...open, ...done.done], today, country),
      hasOlder: done.hasOlder,
      colleagues: choices?.colleagues ?? [],
      mayWrite: may("write"),
      kept,
    };
  },
);

export const action = campaignAction("write", answerFollowUp);

/** What is worked out for the row: the day's holiday, and the day that "postpone" leads to. */
export type ListedFollowUp = FollowUp & { closed: string | null; postponedTo: string };

function grouped(followUps: readonly FollowUp[], today: string, home: HomeCountry) {
  const listed = followUps.map((followUp) => ({
    ...followUp,
    group: dueGroup({ dueOn: followUp.dueOn, isDone: followUp.doneAt !== null }, today),
    closed: followUp.doneAt === null ? (closedDay(followUp.dueOn, home)?.where ?? null) : null,
    postponedTo: nextWeek(followUp.dueOn, today, home),
  }));
  return DUE_GROUPS.map((group) => ({ group, rows: listed.filter((row) => row.group === group) }));
}

const headings: Record<DueGroup, string> = {
  overdue: "Overdue",
  "this week": "This week",
  later: "Later",
  done: "Done",
};

export default function FollowUps() {
  const { campaignId, wanted, groups, hasOlder, colleagues, mayWrite, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/c/${campaignId}/follow-ups`;
  const label = { all: "All", mine: "Mine", theirs: "Promised to us" };
  const shown = groups.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <PageHead title="Follow-ups" sub="What we and they have promised" />
      <Tabs
        label="Whose"
        tabs={views.map((view) => ({
          label: label[view],
          to: view === "all" ? path : `${path}?view=${view}`,
          current: wanted.view === view,
        }))}
      />
      <ErrorSummary errors={refused?.errors} form={`change-${wanted.change}`} />
      {shown.length === 0 ? <Empty text="Nothing outstanding." /> : null}
      {shown.map(({ group, rows }) => (
        <section key={group} className="due-group" aria-labelledby={group.replace(" ", "-")}>
          <h2 id={group.replace(" ", "-")}>{headings[group]}</h2>
          <ul className="promises">
            {rows.map((row) => (
              <FollowUpRow
                key={row.id}
                followUp={row}
                isOverdue={group === "overdue"}
                path={path}
                view={wanted.view}
                mayWrite={mayWrite}
                changing={wanted.change === row.id ? { colleagues, refused: refused ?? null, kept } : null}
              />
            ))}
          </ul>
        </section>
      ))}
      <NewerOlder page={wanted.page} hasOlder={hasOlder} path={path} search={{ view: wanted.view }} />
    </>
  );
}
