import type { NeedInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { footer, type Letterhead } from "#app/campaign/mail/compose-letter.ts";
import { type ComposedMail, mayCarryTitle } from "#app/campaign/mail/letter.ts";
import { oneLine } from "#app/campaign/mail/one-line.ts";
import { formatDayLabel, formatLongDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What waits for one person in one campaign. */
export type DigestSection = {
  campaignName: string;
  campaignId: string;
  handling: string;
  needs: readonly NeedInWords[];
};

/**
 * The morning's mail: what the overview has under "Needs you", campaign by campaign, each with its page. Null when
 * nothing waits: then there is no mail. Titles stand in it only where that is allowed. Source: DESIGN.md, section 3.
 */
export function composeDigest(
  sections: readonly DigestSection[],
  date: CalendarDate,
  head: Letterhead,
): ComposedMail | null {
  const waiting = sections.filter(({ needs }) => needs.length > 0);
  const count = waiting.reduce((sum, { needs }) => sum + needs.length, 0);
  if (count === 0) return null;
  const said = count === 1 ? "1 thing waits" : `${count} things wait`;
  const parts = [
    `${said} for you on ${formatLongDay(date)}.`,
    ...waiting.map((section) => sectionText(section, head)),
    footer(head.origin),
  ];
  return { subject: `${said} for you, ${formatDayLabel(date)}`, text: `${parts.join("\n\n")}\n` };
}

function sectionText({ campaignName, campaignId, handling, needs }: DigestSection, head: Letterhead): string {
  const mayQuote = mayCarryTitle(handling, head.showsTitles);
  const heading = mayQuote ? `${oneLine(campaignName)} (${oneLine(handling)})` : "In one of your campaigns";
  const items = needs.map((need) => needText(need, mayQuote, head.origin));
  return [`${heading}: ${head.origin}/c/${campaignId}`, ...items].join("\n\n");
}

function needText(need: NeedInWords, mayQuote: boolean, origin: string): string {
  const isShown = need.detail !== null && (mayQuote || !need.isQuoting);
  const detail = isShown ? `: ${oneLine(need.detail ?? "")}` : "";
  return `* ${oneLine(need.head)}${detail}\n  ${origin}${need.place}`;
}
