import { isZone, type Zone } from "#app/time/wall-time.ts";
import windows from "./windows-zones.json" with { type: "json" };

/**
 * The zones of Windows, as Outlook writes them, by the IANA zone of CLDR (windowsZones.xml; where a territory is to be chosen,
 * the default one, but Prague for Central Europe). Unicode licence.
 */
const windowsZones = new Map(Object.entries(windows.zones).map(([name, zone]) => [name.toLowerCase(), zone]));
/**
 * What Outlook shows of them and some programs write as TZID, "(UTC-05:00) Eastern Time (US & Canada)", by the zone's own name;
 * without its offset, which is the winter's. Source: Microsoft, Default Time Zones.
 */
const displayZones = new Map(
  Object.entries(windows.shownAs).map(([shown, name]) => [shown.toLowerCase(), name]),
);
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

function find(written: string): Zone | null {
  if (written.length === 0 || written.length > 200) return null;
  const shown = displayZones.get(written.replace(/^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\) /i, "").toLowerCase());
  const name = windowsZones.get((shown ?? written).toLowerCase()) ?? written;
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
