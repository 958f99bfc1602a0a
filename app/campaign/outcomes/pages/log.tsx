import { redirect } from "@remix-run/node";
import { addressOf } from "#app/http/addresses.ts";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { signedInPage } from "#app/http/page.server.ts";
import { isAllowed } from "#app/http/permission.ts";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { listMyMeetingsToLog } from "../lists.server.ts";

export const meta = () => pageTitle("Log an outcome");

/** Leads to what there is to log, in the campaign of my latest meeting that nobody has logged. */
export const loader = signedInPage(async ({ database, account, now }) => {
  const [toLog, campaigns] = await Promise.all([
    listMyMeetingsToLog(database.read, account.id, now),
    listCampaignsOfAccount(database.read, account.id),
  ]);
  const mayLog = campaigns.find(({ role }) => isAllowed(role, "write"));
  const campaignId = toLog.rows[0]?.campaign.id ?? mayLog?.campaign.id;
  if (campaignId !== undefined) throw redirect(addressOf.log(campaignId));
  return null;
});

export default function Log() {
  return (
    <>
      <PageHead title="Nothing to log" />
      <Empty
        text="You may not log outcomes in any campaign. Ask your administrator for access."
        act={{ label: "All campaigns", to: "/" }}
      />
    </>
  );
}
