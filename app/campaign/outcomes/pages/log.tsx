import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { signedInPage } from "#app/http/page.server.ts";
import { isAllowed } from "#app/http/permission.ts";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { findMyMeetingToLog } from "../lists.server.ts";

export const meta = () => pageTitle("Log an outcome");

/** Leads to my latest meeting that nobody has logged, in whatever campaign. */
export const loader = signedInPage(async ({ database, account, now }) => {
  const next = await findMyMeetingToLog(database.read, account.id, now);
  if (next !== null) throw redirect(`/c/${next.campaignId}/events/${next.eventId}/log`);
  const campaigns = await listCampaignsOfAccount(database.read, account.id);
  return {
    campaigns: campaigns.filter(({ role }) => isAllowed(role, "write")).map(({ campaign }) => campaign),
  };
});

export default function Log() {
  const { campaigns } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Nothing to log." />
      <p>A meeting that is not in the calendar is planned first, with the time at which it took place.</p>
      {campaigns.map(({ id, name }) => (
        <Empty
          key={id}
          text={`${name}:`}
          act={{ label: "put it in the calendar", to: `/c/${id}/events/new` }}
        />
      ))}
    </>
  );
}
