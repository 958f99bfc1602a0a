import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { Choices } from "#app/ui/field.tsx";
import { ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { FEED_WINDOW_IN_WORDS } from "../feed.ts";
import { feedsInWords, makeOwnFeed, revokeOwnFeed } from "./feed-acts.server.ts";
import { FeedList } from "./feed-list.tsx";
import styles from "./feeds.css?url";

export const meta = () => pageTitle("Calendar in Outlook");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async (arrival) => ({
  campaign: arrival.campaign.name,
  calendar: addressOf.calendar(arrival.campaign.id),
  feeds: await feedsInWords(arrival),
  kept: arrival.kept,
}));

export const action = campaignAction("read", async (arrival) =>
  arrival.form.get("act") === "revoke"
    ? revokeOwnFeed(arrival, addressOf.feeds(arrival.campaign.id))
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
        sub="Your own address, from which Outlook, Google, Apple or Thunderbird can read the calendar regularly."
        crumbs={[{ label: "Calendar", to: calendar }, "Calendar in Outlook"]}
      />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack">
        {made === null ? null : <MadeFeed https={made.https} webcal={made.webcal} />}
        <section>
          <h2>{made === null ? "Create an address" : "Create another"}</h2>
          <NewFeed values={refused?.values ?? kept} errors={refused?.errors ?? {}} campaign={campaign} />
          <p className="note feed-note">
            The calendar contains events {FEED_WINDOW_IN_WORDS}, and repeating events in full. Events marked
            TLP:RED are never included, not even as busy time. Changes made in the other program do not reach
            Demarche.
          </p>
        </section>
        <HowToAdd />
        <section>
          <h2>Your addresses</h2>
          <FeedList feeds={feeds} />
          <p className="note feed-note">
            All your addresses stop working when your account is closed. The address of a campaign’s calendar
            also stops working when your role in that campaign ends.
          </p>
        </section>
      </div>
    </>
  );
}

const WAYS = [
  {
    program: "Outlook",
    how: "Add calendar, Subscribe from web: paste the https address. In classic Outlook: Account settings, Internet calendars, New.",
  },
  {
    program: "Google Calendar",
    how: "Other calendars, +, From URL: paste the https address. Google reads it again about once a day.",
  },
  {
    program: "Apple Calendar",
    how: "File, New calendar subscription: paste the webcal address, or open it.",
  },
  { program: "Thunderbird", how: "New calendar, On the network, iCalendar: paste the https address." },
] as const;

/** How each of the usual programs subscribes, in a line. */
function HowToAdd() {
  return (
    <section>
      <h2>How to add it</h2>
      <dl className="fact-list">
        {WAYS.map(({ program, how }) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p className="note feed-note">
        Outlook on the web and Google read the address from their own servers. If Demarche can be reached only
        inside your network, they cannot read it, but programs on your own computer can.
      </p>
    </section>
  );
}

type Errors = Readonly<Record<string, string | undefined>>;

/** The form that makes an address: whose events, and how much it tells of them. */
function NewFeed({
  values,
  errors,
  campaign,
}: {
  values: FormValues | null;
  errors: Errors;
  campaign: string;
}) {
  return (
    <FormFrame>
      <input type="hidden" name="act" value="make" />
      <Choices
        kind="one"
        name="of"
        label="Whose events"
        choices={[
          { value: "mine", label: "Mine", hint: "that you own or attend, in all your campaigns" },
          { value: "campaign", label: "All of this campaign", hint: campaign },
        ]}
        chosen={[typedValue(values, "of", "mine")]}
        error={errors.of}
      />
      <Choices
        kind="one"
        name="titles"
        label="How much it shows"
        choices={[
          { value: "shown", label: "Titles", hint: "with place, link, handling and message numbers" },
          { value: "busy only", label: "Busy only", hint: "the times of events, and nothing else" },
        ]}
        chosen={[typedValue(values, "titles", "shown")]}
        error={errors.titles}
      />
      <p className="save">
        <button className="button primary" type="submit" data-pending="Creating…">
          Create address
        </button>
      </p>
    </FormFrame>
  );
}

/** The address that was made, the one time that it is shown. */
function MadeFeed({ https, webcal }: { https: string; webcal: string }) {
  return (
    <section className="newfeed" aria-labelledby="made">
      <h2 id="made" tabIndex={-1}>
        Your new address
      </h2>
      <p>
        <b>Copy it now: it is shown only once.</b> Anyone with this address can read the calendar without
        signing in. Treat it like a password.
      </p>
      <Copied id="https" label="For Outlook, Google and Thunderbird" value={https} />
      <Copied
        id="webcal"
        label="For Apple Calendar and other programs that can subscribe with one click"
        value={webcal}
      />
      <p>
        <a href={webcal}>Open it in this computer’s calendar program</a>
      </p>
    </section>
  );
}

function Copied({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div className="feed-field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={2} defaultValue={value} spellCheck={false} />
      <p>
        <button type="button" className="button" data-copy={id} hidden>
          Copy
        </button>
      </p>
    </div>
  );
}
