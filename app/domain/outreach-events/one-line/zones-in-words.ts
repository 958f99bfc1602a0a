import { foldText } from "#app/domain/contacts/names.ts";
import { cityCode, cityOf } from "#app/domain/time/two-clocks.ts";
import { WASHINGTON } from "#app/domain/time/wall-time.ts";
import { everyZone } from "#app/domain/time/zones.ts";

const WASHINGTON_WORDS = ["washington", "was", "dc", "et", "us eastern", "eastern"];

/** The zone of one of the two capitals by its city or its code ("prague", "PRG", "WAS"); null for any other word. */
export function capitalCalled(phrase: string, homeZone: string): string | null {
  if (WASHINGTON_WORDS.includes(phrase)) return WASHINGTON;
  const home = [foldText(cityOf(homeZone)), foldText(cityCode(homeZone))];
  return home.includes(phrase) ? homeZone : null;
}

let zoneByCity: ReadonlyMap<string, string> | null = null;

/** The zone that is called after a city ("brussels", "new york", "utc"); null where none is. */
export function zoneOfCity(phrase: string): string | null {
  zoneByCity ??= new Map([
    ...everyZone().map((zone) => [foldText(cityOf(zone)), zone] as const),
    ["washington", WASHINGTON] as const,
    ["new york", WASHINGTON] as const,
    ["utc", "UTC"] as const,
    ["gmt", "UTC"] as const,
  ]);
  return zoneByCity.get(phrase) ?? null;
}
