import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier } from "#app/http/fields.ts";
import { notFound, type Sent, type SignedInArrival } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, type Zone } from "#app/time/wall-time.ts";
import { feedAddress, subscribingAddress, TITLES } from "../feed.ts";
import { type ListedFeed, listFeeds, makeFeed, revokeFeed } from "../store.server.ts";

type Made = { https: string; webcal: string };

const newFeedForm = z.object({
  act: z.literal("make"),
  of: z.enum(["mine", "campaign"], { error: "Choose whose events it shows" }),
  titles: z.enum(TITLES, { error: "Choose how much it shows" }),
});

const SENT_TWICE =
  "This address was already created and shown. If you did not copy it, revoke it in the list and create another";

/** Makes a feed of one's own: the answer is the page, since the address is shown once and may stand in no other address. */
export async function makeOwnFeed(arrival: SignedInArrival & Sent, campaignId: string) {
  const { account, database, author, submission, form, context } = arrival;
  const read = readForm(form, newFeedForm);
  if (!read.ok) return refuseForm(form, read.errors);
  const { of, titles } = read.value;
  const feed = { accountId: account.id, campaignId: of === "mine" ? null : campaignId, titles };
  const made = await database.change(author, submission, (change) =>
    makeFeed(change, feed, addressOf.feeds(campaignId)),
  );
  if (made.replayed) return refuseByRule(form, SENT_TWICE);
  const addresses: Made = {
    https: feedAddress(context.origin, made.token),
    webcal: subscribingAddress(context.origin, made.token),
  };
  return { made: addresses };
}

const revokeForm = z.object({ act: z.literal("revoke"), feed: identifier });

/** Revokes a feed of one's own; anybody else's is not there. */
export async function revokeOwnFeed(arrival: SignedInArrival & Sent, location: string) {
  const { account, database, author, submission, form } = arrival;
  const read = readForm(form, revokeForm);
  if (!read.ok) notFound();
  const revoked = await database.change(author, submission, (change) =>
    revokeFeed(change, { feedId: read.value.feed, accountId: account.id, location }),
  );
  if (!revoked.ok) notFound();
  return afterChange(revoked);
}

export type FeedInWords = {
  id: string;
  whose: string;
  tells: string;
  made: string;
  /** Why it answers with nothing; null while it is open. */
  over: string | null;
};

/** The feeds of an account as its list shows them, those that are open first. */
export async function feedsInWords({ database, account, now }: SignedInArrival): Promise<FeedInWords[]> {
  const feeds = (await listFeeds(database.read, account.id)).map((feed) => inWords(feed, account.zone, now));
  return [...feeds.filter(({ over }) => over === null), ...feeds.filter(({ over }) => over !== null)];
}

function inWords(feed: ListedFeed, zone: Zone, now: Date): FeedInWords {
  const day = (at: string) => formatDay(dateIn(new Date(at), zone), dateIn(now, zone));
  return {
    id: feed.id,
    whose: feed.campaignName === null ? "Your events in all your campaigns" : `All of ${feed.campaignName}`,
    tells: feed.titles === "shown" ? "with titles" : "busy only",
    made: day(feed.madeAt),
    over:
      feed.revokedAt !== null
        ? `Revoked ${day(feed.revokedAt)}`
        : feed.isOfOwnCampaign
          ? null
          : "Ended, as you have no role in that campaign",
  };
}
