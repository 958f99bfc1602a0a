import { cityOf } from "#app/time/two-clocks.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { COMMON_CITIES } from "#app/time/zone-choice.ts";
import { TextInput } from "#app/ui/controls.tsx";

/** On which clock the event is: any city of the world by its name, the usual ones offered. */
export function ZoneField({
  value,
  error,
  homeZone,
}: {
  value: string;
  error: string | undefined;
  homeZone: string;
}) {
  const cities = [...new Set([cityOf(WASHINGTON), cityOf(homeZone), ...COMMON_CITIES])];
  return (
    <>
      <TextInput
        name="zone"
        label="On the clock of"
        hint="A city, or a state like Ohio"
        value={value}
        error={error}
        list="cities"
        autoComplete="off"
      />
      <datalist id="cities">
        {cities.map((city) => (
          <option key={city} value={city} />
        ))}
      </datalist>
    </>
  );
}
