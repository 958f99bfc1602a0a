import { signedInPage } from "#app/http/page.server.ts";
import { Framed, FramedFault } from "#app/ui/frame.tsx";
import { frameOutsideCampaign } from "../frame.server.ts";

export const loader = signedInPage(frameOutsideCampaign);

export default Framed;

export function ErrorBoundary() {
  return <FramedFault frame="signed-in-frame" />;
}
