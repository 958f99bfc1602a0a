export type HomeCapital = { city: string; zone: string; country: string; countryName: string };

function capital(city: string, zone: string, country: string, countryName: string): HomeCapital {
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
