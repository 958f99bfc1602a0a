import { signedInAction, signedInPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { answerUndo, UndoPage } from "./undo-page.tsx";

export const meta = () => pageTitle("Undo");

export const loader = signedInPage(async () => null);

export const action = signedInAction((arrival) => answerUndo(arrival, null));

export default UndoPage;
