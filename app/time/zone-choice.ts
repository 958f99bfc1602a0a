import { cityOf } from "./format.ts";
import { everyZone, isZone, WASHINGTON, type Zone } from "./wall-time.ts";

export type ReadZone = { ok: true; zone: Zone } | { ok: false; near: readonly string[] };

/** Cities offered first: those where an embassy in Washington most often has to be. */
export const COMMON_CITIES: readonly string[] = [
  "Brussels",
  "London",
  "Paris",
  "Berlin",
  "Warsaw",
  "Kyiv",
  "Chicago",
  "Denver",
  "Los Angeles",
  "Honolulu",
];

/** States of the US that lie in one zone alone, by the city that it is called after. */
const STATES: readonly (readonly [Zone, string])[] = [
  [
    "America/New_York",
    "connecticut delaware georgia maine maryland massachusetts new-hampshire new-jersey new-york north-carolina ohio pennsylvania rhode-island south-carolina vermont virginia west-virginia",
  ],
  [
    "America/Chicago",
    "alabama arkansas illinois iowa louisiana minnesota mississippi missouri oklahoma wisconsin",
  ],
  ["America/Denver", "colorado montana new-mexico utah wyoming"],
  ["America/Phoenix", "arizona"],
  ["America/Los_Angeles", "california nevada washington-state"],
  ["Pacific/Honolulu", "hawaii"],
];

/** Other names under which a zone is looked for. */
const OTHER_NAMES: readonly (readonly [string, Zone])[] = [
  ["washington", WASHINGTON],
  ["washington dc", WASHINGTON],
  ["utc", "UTC"],
  ["gmt", "UTC"],
  ["kyiv", "Europe/Kyiv"],
  ...STATES.flatMap(([zone, states]) =>
    states.split(" ").map((state) => [state.replaceAll("-", " "), zone] as const),
  ),
];

let zones: ReadonlyMap<string, Zone> | null = null;

function zonesByName(): ReadonlyMap<string, Zone> {
  zones ??= new Map([
    ...everyZone().map((zone) => [fold(cityOf(zone)), zone] as const),
    ...everyZone().map((zone) => [fold(zone), zone] as const),
    ...OTHER_NAMES.filter(([, zone]) => isZone(zone)),
  ]);
  return zones;
}

/**
 * The zone of a clock by the city that it is called after ("Brussels", "new york"), by a US state that has one zone
 * ("Ohio"), or by its IANA name ("Europe/Prague"). Refuses any other place; `near` are cities that begin like it.
 */
export function readZone(typed: string): ReadZone {
  const asked = fold(typed);
  const name = typed.trim();
  const zone = zonesByName().get(asked) ?? (isIana(name) ? name : undefined);
  if (zone !== undefined) return { ok: true, zone };
  const near =
    asked.length < 2
      ? []
      : everyZone()
          .map(cityOf)
          .filter((city) => fold(city).startsWith(asked.slice(0, 4)));
  return { ok: false, near: near.slice(0, 4) };
}

/** How a clock is called in a form: by its city, where that leads back to it. */
export function zoneLabel(zone: Zone): string {
  const city = cityOf(zone);
  return zonesByName().get(fold(city)) === zone ? city : zone;
}

/** What to tell the person who typed a place of which no clock is known. */
export function explainUnknownZone(near: readonly string[]): string {
  if (near.length > 0) return `There is no time zone with that name. Did you mean ${near.join(" or ")}?`;
  return "There is no time zone with that name. Enter a large city in the same zone, like Brussels or Chicago";
}

/** A name with a slash that this machine knows, an old one like "Europe/Kiev" too. */
function isIana(name: string): name is Zone {
  return /^[A-Za-z_]+(?:\/[A-Za-z_+\-0-9]+)+$/.test(name) && isZone(name);
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .trim();
}
