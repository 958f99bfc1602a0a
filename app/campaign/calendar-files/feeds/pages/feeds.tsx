import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { FEED_WINDOW_IN_WORDS } from "../../calendar-entry.ts";
import { feedsInWords, makeOwnFeed, revokeOwnFeed } from "./feed-acts.server.ts";
import { FeedList } from "./feed-list.tsx";
import styles from "./feeds.css?url";
import { HowToAdd } from "./how-to-add.tsx";
import { MadeFeed, NewFeed } from "./new-feed.tsx";

export const meta = () => pageTitle("Calendar in Outlook");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async (arrival) => ({
  campaign: arrival.campaign.name,
  calendar: `/c/${arrival.campaign.id}/calendar`,
  feeds: await feedsInWords(arrival),
  kept: arrival.kept,
}));

export const action = campaignAction("read", async (arrival) =>
  arrival.form.get("act") === "revoke"
    ? revokeOwnFeed(arrival, `/c/${arrival.campaign.id}/calendar/feeds`)
    : makeOwnFeed(arrival, arrival.campaign.id),
);

export default function Feeds() {
  const { campaign, calendar, feeds, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refused = sent !== undefined && "errors" in sent ? sent : null;
  const made = sent !== undefined && "made" in sent ? sent.made : null;
  return (
    <>
      <PageHead
        title="Calendar in Outlook"
        sub="An address of your own, at which Outlook, Google, Apple or Thunderbird reads the calendar every hour or so."
        crumbs={[
          { label: "Calendar", to: calendar },
          { label: "Calendar in Outlook", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack">
        {made === null ? null : <MadeFeed https={made.https} webcal={made.webcal} />}
        <section>
          <h2>{made === null ? "Make an address" : "Make another"}</h2>
          <NewFeed values={refused?.values ?? kept} errors={refused?.errors ?? {}} campaign={campaign} />
          <p className="note">
            It has the events {FEED_WINDOW_IN_WORDS}; what repeats, whole. Never one that is marked TLP:RED,
            not even as busy. Nothing that is changed in the other program comes back here.
          </p>
        </section>
        <HowToAdd />
        <section>
          <h2>Your addresses</h2>
          <FeedList feeds={feeds} />
          <p className="note">
            They all end when your account is closed, and those of a campaign with your role in it.
          </p>
        </section>
      </div>
    </>
  );
}
