import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import type { ReceptionOfMessage } from "../message-reception.server.ts";
import { type Framing, listFramings } from "./framing-list.server.ts";
import { countPapersOfFramings } from "./framing-uses.server.ts";

/** A framing as a list shows it: how the message was taken by that audience, and how many papers have the framing. */
export type ListedFraming = { framing: Framing; figure: Figure | null; papers: number };

/** The framings of a message with what their audiences made of the message. */
export async function listedFramings(
  { database }: CampaignArrival,
  messageId: string,
  { byAudience }: ReceptionOfMessage,
): Promise<ListedFraming[]> {
  const framings = await listFramings(database.read, [messageId]);
  const ids = framings.map((framing) => framing.id);
  const papers = await countPapersOfFramings(database.read, ids);
  return framings.map((framing) => ({
    framing,
    figure: byAudience.find(({ audience }) => audience.id === framing.audienceId)?.figure ?? null,
    papers: papers.get(framing.id) ?? 0,
  }));
}
