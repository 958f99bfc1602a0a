import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";

export const loader = campaignPage("read", async () => notFound());
export const action = campaignAction("read", async () => notFound());

/** An address of the campaign at which nothing stands: the frame says so, with the navigation around it. */
export default function NoSuchPage() {
  return null;
}
