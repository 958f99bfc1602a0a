import { campaignPage } from "#app/http/page.server.ts";
import { Framed, FramedFault } from "#app/ui/frame.tsx";
import { frameOfCampaign } from "../frame.server.ts";

export const loader = campaignPage("read", frameOfCampaign);

export default Framed;

export function ErrorBoundary() {
  return <FramedFault frame="campaign-frame" />;
}
