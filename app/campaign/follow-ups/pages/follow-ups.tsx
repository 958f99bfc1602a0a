import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage, pageField } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { CutLine, NewerOlder } from "#app/ui/list.tsx";
import { Empty, PageHead, pageTitle, Tabs } from "#app/ui/page-head.tsx";
import type { HomeCountry } from "../due-date.ts";
import { listDoneFollowUps, listOpenFollowUps } from "../lists.server.ts";
import { answerFollowUp } from "./answer-follow-up.server.ts";
import { FollowUpGroups } from "./follow-up-groups.tsx";
import styles from "./follow-ups.css?url";
import { groupFollowUps } from "./grouped-follow-ups.ts";

export const meta = () => pageTitle("Follow-ups");
export const links = () => [{ rel: "stylesheet", href: styles }];

const views = ["all", "mine", "theirs"] as const;

const search = z.object({
  view: z.enum(views).catch("all"),
  change: z.string().max(128).catch(""),
  page: pageField,
});

export const loader = campaignPage(
  "read",
  async ({ database, campaign, account, home, today, url, may, kept }) => {
    const wanted = search.parse(Object.fromEntries(url.searchParams));
    const filter = {
      ownerAccountId: wanted.view === "mine" ? account.id : null,
      promisedBy: wanted.view === "theirs" ? ("them" as const) : null,
    };
    const [open, done, choices] = await Promise.all([
      wanted.page === 1 ? listOpenFollowUps(database.read, campaign.id, filter) : { rows: [], cutAt: null },
      listDoneFollowUps(database.read, campaign.id, filter, wanted.page),
      wanted.change === "" ? null : listEventChoices(database.read, campaign.id),
    ]);
    const country: HomeCountry = { country: home.homeCountry, city: home.homeCity };
    return {
      campaignId: campaign.id,
      wanted,
      groups: groupFollowUps([...open.rows, ...done.done], today, country),
      hasOlder: done.hasOlder,
      cutAt: open.cutAt,
      colleagues: choices?.colleagues ?? [],
      mayWrite: may("write"),
      kept,
    };
  },
);

export const action = campaignAction("write", answerFollowUp);

export default function FollowUps() {
  const { campaignId, wanted, groups, hasOlder, cutAt, colleagues, mayWrite, kept } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = addressOf.followUps(campaignId);
  const label = { all: "All", mine: "Mine", theirs: "Promised to us" };
  const here = wanted.view === "all" ? path : `${path}?view=${wanted.view}`;
  return (
    <>
      <PageHead title="Follow-ups" sub="What each side has promised" />
      <Tabs
        label="Whose"
        tabs={views.map((view) => ({
          label: label[view],
          to: view === "all" ? path : `${path}?view=${view}`,
          current: wanted.view === view,
        }))}
      />
      <ErrorSummary errors={refused?.errors} form={`change-${wanted.change}`} />
      {groups.length === 0 ? (
        <Empty
          text={
            wanted.view === "all"
              ? "Promises made at a meeting, ours and theirs, appear here once it is logged."
              : "Nothing here."
          }
        />
      ) : null}
      <FollowUpGroups
        groups={groups}
        place={{ here, base: `/c/${campaignId}`, mayWrite }}
        changes={wanted.change}
        changing={{ colleagues, refused: refused ?? null, kept }}
      />
      <CutLine
        cutAt={cutAt}
        which="follow-ups due soonest"
        others="The rest will appear as these are done."
      />
      <NewerOlder page={wanted.page} hasOlder={hasOlder} path={path} search={{ view: wanted.view }} />
    </>
  );
}
