import { campaignPage } from "#app/http/page.server.ts";
import { schedulersFile } from "./schedulers-here.server.ts";

/** The copy for schedulers as a text file. */
export const loader = campaignPage("read", (arrival) => schedulersFile(arrival, ".txt"));
