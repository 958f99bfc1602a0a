import { openOf } from "#app/campaign/clearances/clearance-round.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import { listRound, type StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { Queries } from "#db/schema.ts";
import type { EventKind } from "../kind.ts";
import type { Clearer, PaperToClear } from "./judged-event.ts";

/** Which event, whether it is saved or only typed. */
type Whose = { eventId: string | null; campaignId: string; kind: EventKind };

/**
 * The desks that must still agree to the papers of an event: of a text that was sent those that have not, otherwise
 * those that the campaign asks by rule. Nobody once the text is cleared; something internal needs none.
 */
export async function listClearers(read: Queries, { eventId, campaignId, kind }: Whose): Promise<Clearer[]> {
  if (kind === "internal") return [];
  const paperId = eventId === null ? null : await findPaperIdOfEvent(read, eventId);
  const standings = await listStandings(read, paperId === null ? [] : [paperId]);
  if (paperId !== null && standings.get(paperId)?.status === "cleared") return [];
  const sent = paperId === null ? [] : await listOpenRequests(read, paperId);
  if (sent.length > 0) return sent.map(({ desk }) => clearer(desk, "sent"));
  return (await listDesks(read, campaignId))
    .filter(({ asks }) => asks === "clear")
    .map((desk) => clearer(desk, paperId === null ? "none" : "written"));
}

/** What desks were asked to clear of the papers of an event and have not answered, with the times that they were given. */
export async function listRequestsOfEvent(read: Queries, eventId: string): Promise<StoredRequest[]> {
  const paperId = await findPaperIdOfEvent(read, eventId);
  return paperId === null ? [] : listOpenRequests(read, paperId);
}

async function listOpenRequests(read: Queries, paperId: string): Promise<StoredRequest[]> {
  const round = await listRound(read, { kind: "talking points", id: paperId });
  return openOf(round);
}

function clearer(
  { name, side, country }: { name: string } & Pick<Clearer, "side" | "country">,
  paper: PaperToClear,
): Clearer {
  return { desk: name, side, country, paper };
}
