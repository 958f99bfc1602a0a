import type { NeedInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { footer, type Letterhead } from "#app/campaign/mail/compose-letter.ts";
import { type ComposedMail, mayCarryTitle, oneLine } from "#app/campaign/mail/letter.ts";
import { dayOfWorkBefore, isDayOfWork, type WorkingCountry } from "#app/campaign/mail/working-country.ts";
import type { Handling } from "#app/text/handling.ts";
import { formatDayLabel, formatLongDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, type Zone } from "#app/time/wall-time.ts";

/** What waits for one person in one campaign. */
export type DigestSection = {
  campaignName: string;
  campaignId: string;
  handling: Handling;
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
  const said = count === 1 ? "1 thing is waiting" : `${count} things are waiting`;
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

const MORNING = "07:30";
const LATEST = "12:00";

type Person = { zone: Zone; country: WorkingCountry };

/**
 * The day whose digest is to go out now: from 07:30 on the person's own clock, on a working day there. What was not
 * sent by noon, because the server stood still, is not sent that day. Null at any other time; whether it went out
 * already is for the caller to know. Source: DESIGN.md, section 3, Notifications.
 */
export function digestDayAt(now: Date, { zone, country }: Person): CalendarDate | null {
  const time = timeIn(now, zone);
  if (time < MORNING || time >= LATEST) return null;
  const date = dateIn(now, zone);
  return isDayOfWork(date, country) ? date : null;
}

/**
 * Whether somebody is to be reminded now of what is due: from 07:30 on the last working day before the day on which
 * it is due, by the person's own clock, until it is due. What was asked on that day or after it needs no reminder:
 * the asking has just said when it is due. Source: DESIGN.md, section 6, Mail.
 */
export function isReminderDue(
  { dueAt, askedAt }: { dueAt: Date; askedAt: Date },
  now: Date,
  { zone, country }: Person,
): boolean {
  if (now >= dueAt) return false;
  const day = dayOfWorkBefore(dateIn(dueAt, zone), country);
  if (dateIn(askedAt, zone) >= day) return false;
  const today = dateIn(now, zone);
  return today > day || (today === day && timeIn(now, zone) >= MORNING);
}
