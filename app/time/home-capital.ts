import { numberInWords, capital as upperFirst } from "#app/text/in-words.ts";
import { addDays } from "./calendar-date.ts";
import { daysInProse, formatDay } from "./format.ts";
import { holidaysBetween, UNITED_STATES } from "./holidays.ts";
import {
  type CalendarDate,
  dateIn,
  hoursAheadOfWashington,
  timeIn,
  WASHINGTON,
  type Zone,
} from "./wall-time.ts";

type HomeCapital = { city: string; zone: Zone; country: string; countryName: string };

function capital(city: string, zone: Zone, country: string, countryName: string): HomeCapital {
  return { city, zone, country, countryName };
}

/**
 * The capitals whose clock and holidays can stand beside Washington's, in alphabetical order: the members of
 * the European Union and the European allies in NATO. Zones are IANA's, countries ISO 3166.
 */
export const HOME_CAPITALS: readonly HomeCapital[] = [
  capital("Athens", "Europe/Athens", "GR", "Greece"),
  capital("Berlin", "Europe/Berlin", "DE", "Germany"),
  capital("Bratislava", "Europe/Bratislava", "SK", "Slovakia"),
  capital("Brussels", "Europe/Brussels", "BE", "Belgium"),
  capital("Bucharest", "Europe/Bucharest", "RO", "Romania"),
  capital("Budapest", "Europe/Budapest", "HU", "Hungary"),
  capital("Copenhagen", "Europe/Copenhagen", "DK", "Denmark"),
  capital("Dublin", "Europe/Dublin", "IE", "Ireland"),
  capital("Helsinki", "Europe/Helsinki", "FI", "Finland"),
  capital("Lisbon", "Europe/Lisbon", "PT", "Portugal"),
  capital("Ljubljana", "Europe/Ljubljana", "SI", "Slovenia"),
  capital("London", "Europe/London", "GB", "United Kingdom"),
  capital("Luxembourg", "Europe/Luxembourg", "LU", "Luxembourg"),
  capital("Madrid", "Europe/Madrid", "ES", "Spain"),
  capital("Nicosia", "Asia/Nicosia", "CY", "Cyprus"),
  capital("Oslo", "Europe/Oslo", "NO", "Norway"),
  capital("Paris", "Europe/Paris", "FR", "France"),
  capital("Podgorica", "Europe/Podgorica", "ME", "Montenegro"),
  capital("Prague", "Europe/Prague", "CZ", "Czech Republic"),
  capital("Reykjavik", "Atlantic/Reykjavik", "IS", "Iceland"),
  capital("Riga", "Europe/Riga", "LV", "Latvia"),
  capital("Rome", "Europe/Rome", "IT", "Italy"),
  capital("Skopje", "Europe/Skopje", "MK", "North Macedonia"),
  capital("Sofia", "Europe/Sofia", "BG", "Bulgaria"),
  capital("Stockholm", "Europe/Stockholm", "SE", "Sweden"),
  capital("Tallinn", "Europe/Tallinn", "EE", "Estonia"),
  capital("The Hague", "Europe/Amsterdam", "NL", "Netherlands"),
  capital("Tirana", "Europe/Tirane", "AL", "Albania"),
  capital("Valletta", "Europe/Malta", "MT", "Malta"),
  capital("Vienna", "Europe/Vienna", "AT", "Austria"),
  capital("Vilnius", "Europe/Vilnius", "LT", "Lithuania"),
  capital("Warsaw", "Europe/Warsaw", "PL", "Poland"),
  capital("Zagreb", "Europe/Zagreb", "HR", "Croatia"),
];

/** The capital of that name, or null. */
export function findHomeCapital(city: string): HomeCapital | null {
  return HOME_CAPITALS.find((known) => known.city === city) ?? null;
}

/** The languages of the product's own words. */
export const LANGUAGES = [{ value: "en", label: "English" }] as const;

/**
 * How a capital's clock stands to Washington's, now and in the year to come: "Now 10:40 in Washington, 16:40
 * in Prague. Six hours ahead; five from 14 to 28 March 2027." Only the next days that differ are named, from the
 * day on which one side changes its clocks to the day on which the other does.
 */
export function describeHomeClock(capital: HomeCapital, now: Date): string {
  const today = dateIn(now, WASHINGTON);
  const gaps = Array.from({ length: 365 }, (_, index) => gapOn(addDays(today, index), capital.zone));
  const usual = mostFrequent(gaps.map(({ hours }) => hours));
  const times = `Now ${timeIn(now, WASHINGTON)} in Washington, ${timeIn(now, capital.zone)} in ${capital.city}.`;
  const first = gaps.findIndex(({ hours }) => hours !== usual);
  const exception = gaps[first];
  if (exception === undefined) return `${times} ${hoursAhead(usual)}.`;
  const length = gaps.slice(first).findIndex(({ hours }) => hours !== exception.hours);
  const last = gaps[length < 0 ? gaps.length - 1 : first + length] ?? exception;
  return `${times} ${hoursAhead(usual)}; ${numberInWords(exception.hours)} from ${daysInProse(exception.day, last.day, today)}.`;
}

/** The next public holiday of a country, today included: "Tue 17 Nov, Freedom and Democracy Day"; "" for none. */
export function describeNextHoliday(country: string, today: CalendarDate): string {
  const [next] = holidaysBetween(country, today, addDays(today, 365));
  return next === undefined ? "" : `${formatDay(next.date, today)}, ${next.name}`;
}

function gapOn(day: CalendarDate, zone: Zone): { day: CalendarDate; hours: number } {
  return { day, hours: hoursAheadOfWashington(new Date(`${day}T17:00:00.000Z`), zone) };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function hoursAhead(hours: number): string {
  return `${upperFirst(numberInWords(hours))} hours ahead`;
}

const ADJECTIVES: Record<string, string> = { [UNITED_STATES]: "US", CZ: "Czech" };

/** The holidays of a country as a row is called: "US holidays", "Czech holidays", "Holidays in Poland". */
export function holidaysHeading(country: string): string {
  const adjective = ADJECTIVES[country];
  return adjective === undefined ? `Holidays in ${countryInProse(country)}` : `${adjective} holidays`;
}

/** One of them without its name: "Czech holiday", "holiday in Poland". */
export function holidayOfCountry(country: string): string {
  const adjective = ADJECTIVES[country];
  return adjective === undefined ? `holiday in ${countryInProse(country)}` : `${adjective} holiday`;
}

const WITH_ARTICLE = ["Czech Republic", "Netherlands", "United Kingdom"];

/** A country as a sentence has it: "the Czech Republic", "Poland". */
export function countryInProse(country: string): string {
  const name = HOME_CAPITALS.find((capital) => capital.country === country)?.countryName ?? country;
  return WITH_ARTICLE.includes(name) ? `the ${name}` : name;
}
