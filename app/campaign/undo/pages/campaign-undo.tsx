import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { answerUndo, UndoPage } from "./undo-page.tsx";

export const meta = () => pageTitle("Undo");

export const loader = campaignPage("read", async () => null);

/** Whoever belongs to the campaign asks; what undoing does decides whether they may. */
export const action = campaignAction("read", (arrival) => answerUndo(arrival, arrival.campaign.id));

export default UndoPage;
