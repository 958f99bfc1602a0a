import { kindPlace } from "#app/campaign/audiences/audience-kind.ts";
import { countedInWords, inWords, numberInWords } from "#app/text/in-words.ts";
import { formatDate } from "#app/time/format.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/**
 * The day on which the next Congress begins, seen from `today`: 3 January of the next odd year, today itself included.
 * Source: Constitution of the United States, Amendment XX, section 1.
 */
export function nextCongressDay(today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const odd = year % 2 === 1 ? year : year + 1;
  const day: CalendarDate = `${odd}-01-03`;
  return today <= day ? day : `${odd + 2}-01-03`;
}

/** Whether an audience of this kind hangs on seats of Congress: a committee, a leadership, a member's office. */
export function hangsOnCongress(audienceKind: string): boolean {
  return kindPlace(audienceKind) === "Congress";
}

/** Of the seats held in each chamber, those whose term ends by a day. */
export type EndingTerms = readonly { chamber: string; ending: number; held: number }[];

/** How many terms end with this Congress, as the list of Congress has it; null while none was imported. */
export function termsInWords(terms: EndingTerms | null): string {
  if (terms === null) {
    return "All House terms and a third of Senate terms end on that day. Import the list of Congress to see whose.";
  }
  const told = terms.filter(({ ending }) => ending > 0);
  const ending = told.reduce((sum, one) => sum + one.ending, 0);
  const what =
    ending === 0
      ? "no term ends"
      : `the ${ending === 1 ? "term" : "terms"} for ${inWords(told.map(seatsInWords))} ${ending === 1 ? "ends" : "end"}`;
  return `According to the list of Congress, ${what} on that day.`;
}

function seatsInWords({ chamber, ending, held }: EndingTerms[number]): string {
  const seats = countedInWords(held, "seat");
  const which =
    ending < held
      ? `${numberInWords(ending, 12)} of the ${seats}`
      : held === 1
        ? "the one seat"
        : `all ${seats}`;
  return `${which} in ${chamber === "house" ? "the House" : "the Senate"}`;
}

export type Since = { day: CalendarDate; typed: string; error: string | null };

/** The day since which changes are looked at, as it stands in the address; what is not understood is said, and the last reading's day taken. */
export function readSince(typed: string | null, otherwise: CalendarDate, today: CalendarDate): Since {
  if (typed === null || typed.trim() === "")
    return { day: otherwise, typed: formatDate(otherwise), error: null };
  const parsed = parseDate(typed.slice(0, 40), today);
  if (parsed.ok) return { day: parsed.date, typed: formatDate(parsed.date), error: null };
  return { day: otherwise, typed: typed.slice(0, 40), error: explainDateRefusal(parsed.reason) };
}
