import { foldText } from "#app/campaign/contacts/names.ts";
import { cityCode, cityOf } from "#app/time/two-clocks.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { readZone } from "#app/time/zone-choice.ts";

const WASHINGTON_WORDS = ["washington", "was", "dc", "et", "us eastern", "eastern"];

/** The zone of one of the two capitals by its city or its code ("prague", "PRG", "WAS"); null for any other word. */
export function capitalCalled(phrase: string, homeZone: string): string | null {
  if (WASHINGTON_WORDS.includes(phrase)) return WASHINGTON;
  const home = [foldText(cityOf(homeZone)), foldText(cityCode(homeZone))];
  return home.includes(phrase) ? homeZone : null;
}

/** The zone that is called after a city or a state ("brussels", "new york", "ohio"); null where none is. */
export function zoneOfCity(phrase: string): string | null {
  const read = readZone(phrase);
  return read.ok ? read.zone : null;
}
