/** What an outreach event may be. Source: DOMAIN.md, records; a talk in passing visits no office, and none of its kinds says so. */
export const EVENT_KINDS = [
  "office call",
  "briefing",
  "roundtable",
  "panel",
  "reception",
  "media interview",
  "op-ed",
  "hearing",
  "delegation visit",
  "démarche under instruction",
  "conversation in passing",
  "phone call",
  "letter or e-mail",
  "social post",
  "internal",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** Whether the text is one of the kinds. */
export function isEventKind(text: string): text is EventKind {
  return EVENT_KINDS.some((kind) => kind === text);
}

/** The kind as a label stands: "Office call". */
export function kindLabel(kind: EventKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/**
 * Minutes that an event of this kind usually takes: what a plan without an end gets. Written things get a
 * quarter of an hour, so that they have a place in the calendar.
 */
export function usualMinutes(kind: EventKind): number {
  switch (kind) {
    case "op-ed":
    case "letter or e-mail":
    case "social post":
    case "conversation in passing":
      return 15;
    case "phone call":
    case "office call":
    case "media interview":
      return 30;
    case "briefing":
    case "démarche under instruction":
      return 45;
    case "internal":
      return 60;
    case "roundtable":
    case "panel":
    case "hearing":
      return 90;
    case "reception":
      return 120;
    case "delegation visit":
      return 480;
  }
}
