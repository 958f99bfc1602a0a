import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { listProofPointsOfMessages } from "../../evidence.server.ts";
import { readReceptionOf } from "../../message-reception.server.ts";
import { readMessageHead } from "../../message-view.server.ts";
import { historyOf } from "../../revisions.server.ts";
import { type Framing, findFraming, listFramingRevisions } from "../framing-list.server.ts";
import { listEventsOfFraming, listedFramings, listPapersOfFraming } from "../framing-uses.server.ts";

export type FramingView = Awaited<ReturnType<typeof readFramingView>>;

export async function readFramingsView(arrival: CampaignArrival) {
  const { revisions: _, ...head } = await readMessageHead(arrival);
  const reception = await readReceptionOf(arrival, head.message.id);
  return { head, framings: await listedFramings(arrival, head.message.id, reception) };
}

/** The framing that the address names, of the message that it names; 404 where there is none. */
export async function framingHere(
  { database, params }: CampaignArrival,
  messageId: string,
): Promise<Framing> {
  return (await findFraming(database.read, messageId, params.framing ?? "")) ?? notFound();
}

/** With the proof points of its message: the framing says the same with the same evidence. */
export async function readFramingView(arrival: CampaignArrival) {
  const { read } = arrival.database;
  const { revisions: _, ...head } = await readMessageHead(arrival);
  const framing = await framingHere(arrival, head.message.id);
  const [revisions, papers, events, evidence, changes] = await Promise.all([
    listFramingRevisions(read, framing.id),
    listPapersOfFraming(read, framing.id),
    listEventsOfFraming(read, framing.id),
    listProofPointsOfMessages(read, [head.message.id]),
    historyOf(arrival, "framing", framing.id),
  ]);
  return { ...head, framing, revisions, papers, events, evidence, changes };
}
