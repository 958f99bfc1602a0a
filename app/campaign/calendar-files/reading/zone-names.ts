import { isZone, type Zone } from "#app/time/wall-time.ts";
import { WINDOWS_ZONES } from "./windows-zones.ts";

/**
 * What Outlook shows of the zones of Windows and some programs write as TZID, "(UTC-05:00) Eastern Time (US & Canada)", by
 * the zone's own name; without its offset, which is the winter's. Source: Microsoft, Default Time Zones.
 */
const DISPLAY_ZONES: ReadonlyMap<string, string> = new Map([
  ["Hawaii", "Hawaiian Standard Time"],
  ["Alaska", "Alaskan Standard Time"],
  ["Pacific Time (US & Canada)", "Pacific Standard Time"],
  ["Arizona", "US Mountain Standard Time"],
  ["Mountain Time (US & Canada)", "Mountain Standard Time"],
  ["Central Time (US & Canada)", "Central Standard Time"],
  ["Eastern Time (US & Canada)", "Eastern Standard Time"],
  ["Indiana (East)", "US Eastern Standard Time"],
  ["Atlantic Time (Canada)", "Atlantic Standard Time"],
  ["Newfoundland", "Newfoundland Standard Time"],
  ["Coordinated Universal Time", "UTC"],
  ["Dublin, Edinburgh, Lisbon, London", "GMT Standard Time"],
  ["Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "W. Europe Standard Time"],
  ["Belgrade, Bratislava, Budapest, Ljubljana, Prague", "Central Europe Standard Time"],
  ["Brussels, Copenhagen, Madrid, Paris", "Romance Standard Time"],
  ["Sarajevo, Skopje, Warsaw, Zagreb", "Central European Standard Time"],
  ["Athens, Bucharest", "GTB Standard Time"],
  ["Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "FLE Standard Time"],
  ["Jerusalem", "Israel Standard Time"],
  ["Istanbul", "Turkey Standard Time"],
  ["Moscow, St. Petersburg", "Russian Standard Time"],
  ["Kuwait, Riyadh", "Arab Standard Time"],
  ["Abu Dhabi, Muscat", "Arabian Standard Time"],
  ["Chennai, Kolkata, Mumbai, New Delhi", "India Standard Time"],
  ["Beijing, Chongqing, Hong Kong, Urumqi", "China Standard Time"],
  ["Taipei", "Taipei Standard Time"],
  ["Osaka, Sapporo, Tokyo", "Tokyo Standard Time"],
  ["Seoul", "Korea Standard Time"],
  ["Canberra, Melbourne, Sydney", "AUS Eastern Standard Time"],
  ["Auckland, Wellington", "New Zealand Standard Time"],
]);

const windowsZones = new Map([...WINDOWS_ZONES].map(([name, zone]) => [name.toLowerCase(), zone]));
const displayZones = new Map([...DISPLAY_ZONES].map(([shown, name]) => [shown.toLowerCase(), name]));
const known = new Map<string, Zone | null>();

/**
 * The IANA zone that a TZID means, or null where its name alone does not say it.
 *
 * Known are IANA names in any case, the zones of Windows ("Central Europe Standard Time"; "(UTC-05:00) Eastern Time (US & Canada)", as Outlook shows it), and both behind a prefix that
 * makes the name unique ("/freeassociation.sourceforge.net/Europe/Prague", "/mozilla.org/20070129_1/Europe/Prague"
 * [RFC 5545, section 3.2.19]) or in quotes. An offset ("UTC+1") is no zone: it has no summer time of its own.
 */
export function zoneNamed(tzid: string): Zone | null {
  const cached = known.get(tzid);
  if (cached !== undefined) return cached;
  const zone = find(tzid.trim().replace(/^["']+|["']+$/g, ""));
  if (known.size < 1_000) known.set(tzid, zone);
  return zone;
}

function find(name: string): Zone | null {
  if (name.length === 0 || name.length > 200) return null;
  const shown = displayZones.get(name.replace(/^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\) /i, "").toLowerCase());
  const windows = windowsZones.get((shown ?? name).toLowerCase());
  if (windows !== undefined) return isUtc(windows) ? "UTC" : windows;
  if (isUtc(name)) return "UTC";
  const parts = name.split("/").filter(Boolean);
  for (const count of [parts.length, 3, 2]) {
    const zone = parts.length >= count && count > 1 ? canonical(parts.slice(-count).join("/")) : null;
    if (zone !== null) return zone;
  }
  return null;
}

function isUtc(name: string): boolean {
  return /^(etc\/)?(utc|gmt|zulu|z|uct|universal)$/i.test(name);
}

/** The name as IANA writes it: "europe/prague" is "Europe/Prague". */
function canonical(name: string): Zone | null {
  if (!/^[A-Za-z]{2,}(\/[A-Za-z0-9_+-]+)+$/.test(name) || !isZone(name)) return null;
  const written = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  return written.toLowerCase() === name.toLowerCase() && isZone(written) ? written : name;
}
