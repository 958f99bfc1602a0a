/** Czech words for days and months as a colleague types them, without their marks: "v úterý 12. listopadu". */
const WEEKDAYS: readonly (readonly string[])[] = [
  ["pondeli", "pondelek"],
  ["utery", "uterek"],
  ["streda", "stredu"],
  ["ctvrtek"],
  ["patek"],
  ["sobota", "sobotu"],
  ["nedele", "nedeli"],
];

const MONTHS: readonly (readonly string[])[] = [
  ["leden", "ledna"],
  ["unor", "unora"],
  ["brezen", "brezna"],
  ["duben", "dubna"],
  ["kveten", "kvetna"],
  ["cerven", "cervna"],
  ["cervenec", "cervence"],
  ["srpen", "srpna"],
  ["zari"],
  ["rijen", "rijna"],
  ["listopad", "listopadu"],
  ["prosinec", "prosince"],
];

const DAYS_FROM_TODAY: ReadonlyMap<string, number> = new Map([
  ["vcera", -1],
  ["dnes", 0],
  ["zitra", 1],
  ["pozitri", 2],
]);

/** 1 Monday to 7 Sunday for a Czech weekday in lower case without marks; null for any other word. */
export function czechWeekday(word: string): number | null {
  return placeOf(word, WEEKDAYS);
}

/** 1 to 12 for a Czech month in lower case without marks ("listopadu" is 11); null for any other word. */
export function czechMonth(word: string): number | null {
  return placeOf(word, MONTHS);
}

/** How many days from today the word means: "zitra" is 1; null for any other word. */
export function czechDaysFromToday(word: string): number | null {
  return DAYS_FROM_TODAY.get(word) ?? null;
}

function placeOf(word: string, lists: readonly (readonly string[])[]): number | null {
  const index = lists.findIndex((forms) => forms.includes(word));
  return index < 0 ? null : index + 1;
}
