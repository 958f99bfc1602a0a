import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Differences, Occasions } from "#app/campaign/tellings/before-you-say-it.tsx";
import styles from "#app/campaign/tellings/tellings.css?url";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { sayItOpenlyInPaper, toldPage } from "./told.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(`What they were told, ${data?.event.title ?? ""}`);

export const loader = campaignPage("read", toldPage);

/** "Say it openly": the paper takes in a sentence on what they were given and what is given today. */
export const action = campaignAction("write", sayItOpenlyInPaper);

export default function Told() {
  const { event, own, calendar, before, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="What they were told"
        sub={event.title}
        crumbs={[
          { label: "Calendar", to: calendar },
          { label: event.title, to: own },
          { label: "Before you say it", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <section className="before" aria-labelledby="differs">
        <h2 id="differs">What differs</h2>
        <Differences before={before} today={today} />
        {before.hasPaper ? null : <p className="note">There are no talking points to compare yet.</p>}
      </section>
      <section className="before" aria-labelledby="heard">
        <h2 id="heard">What they heard, the latest first</h2>
        <Occasions before={before} today={today} most={before.occasions.length + 10} />
      </section>
    </>
  );
}
