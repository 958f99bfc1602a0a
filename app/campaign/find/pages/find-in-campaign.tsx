import { campaignPage } from "#app/http/page.server.ts";
import { readFind } from "./find.tsx";

export { default, links, meta } from "./find.tsx";

/** Finds in all campaigns of the reader, with the navigation of the one that is open around it. */
export const loader = campaignPage("read", readFind);
