import { UNITED_STATES } from "#app/time/holidays.ts";
import { HOME_CAPITALS } from "./home-capital.ts";

const ADJECTIVES: Record<string, string> = { [UNITED_STATES]: "US", CZ: "Czech" };

/** The holidays of a country as a row is called: "US holidays", "Czech holidays", "Holidays in Poland". */
export function holidaysHeading(country: string): string {
  const adjective = ADJECTIVES[country];
  return adjective === undefined ? `Holidays in ${countryName(country)}` : `${adjective} holidays`;
}

/** One of them without its name: "Czech holiday", "holiday in Poland". */
export function holidayOfCountry(country: string): string {
  const adjective = ADJECTIVES[country];
  return adjective === undefined ? `holiday in ${countryName(country)}` : `${adjective} holiday`;
}

function countryName(country: string): string {
  return HOME_CAPITALS.find((capital) => capital.country === country)?.countryName ?? country;
}
