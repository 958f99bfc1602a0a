import { z } from "zod";
import { addFraming, clearNewestFraming } from "#app/campaign/messages/framings/framing-acts.server.ts";
import { findFraming } from "#app/campaign/messages/framings/framing-list.server.ts";
import { findFramingId } from "#app/campaign/messages/framings/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { number, sampleTable, words, yesOrNo } from "../read-sample-data.ts";
import { AUDIENCES, AUTONOMY } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

/** How the first campaign says a message to one audience. */
const FRAMINGS = sampleTable(
  "framings.csv",
  z.strictObject({ message: number, audience: words, daysAgo: number, isCleared: yesOrNo, text: words }),
);

/** The framings of the first campaign, written by its officer and cleared two days later by the ministry. */
export async function writeFramings(scribe: Scribe): Promise<void> {
  const moment = (colleague: string, daysAgo: number) => {
    const at = atNoon(addDays(scribe.sample.days.today, -daysAgo));
    return { by: colleague, at, campaign: AUTONOMY };
  };
  for (const { message: number, audience: key, daysAgo, text, isCleared } of FRAMINGS) {
    const messageId = scribe.idOf("message", `${AUTONOMY} ${number}`);
    const name = AUDIENCES.find((one) => one.key === key)?.name ?? key;
    const audience = { id: scribe.idOf("audience", key), name };
    const framed = { campaignId: AUTONOMY, message: { id: messageId, number } };
    await act(scribe, moment("officer", daysAgo), (change) => addFraming(change, framed, { audience, text }));
    if (!isCleared) continue;
    const framingId = (await findFramingId(scribe.database.read, messageId, audience.id)) ?? "";
    const framing = await findFraming(scribe.database.read, messageId, framingId);
    const where = { campaignId: AUTONOMY, number: String(number), framingId };
    const shown = { shownHash: framing?.newest.textHash ?? "", ownDraftMayBeCleared: false };
    await act(scribe, moment("ministry", daysAgo - 2), (change) =>
      clearNewestFraming(change, where, { ...shown, authority: "ministry" }),
    );
  }
}
