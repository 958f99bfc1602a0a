import { useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { signedInAction, signedInPage } from "#app/http/page.server.ts";
import { AccountHead } from "#app/ui/account-heads.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { feedsInWords, revokeOwnFeed } from "./feed-acts.server.ts";
import { FeedList } from "./feed-list.tsx";
import styles from "./feeds.css?url";

export const meta = () => pageTitle("Your calendar feeds");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = signedInPage(async (arrival) => {
  const campaigns = await listCampaignsOfAccount(arrival.database.read, arrival.account.id);
  return {
    feeds: await feedsInWords(arrival),
    campaigns: campaigns.map(({ campaign }) => ({ id: campaign.id, name: campaign.name })),
  };
});

export const action = signedInAction((arrival) => revokeOwnFeed(arrival, "/account/feeds"));

export default function OwnFeeds() {
  const { feeds, campaigns } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHead
        at="/account/feeds"
        sub="The addresses from which Outlook and other programs read your calendar without signing in."
      />
      <FeedList feeds={feeds} />
      {campaigns.length === 0 ? null : (
        <section>
          <h2>{feeds.length === 0 ? "Create an address" : "Create another"}</h2>
          <ul>
            {campaigns.map(({ id, name }) => (
              <li key={id}>
                <a href={addressOf.feeds(id)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
