/** Every time zone that this machine knows, by its IANA name. */
export function everyZone(): readonly string[] {
  return Intl.supportedValuesOf("timeZone");
}
