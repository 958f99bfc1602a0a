/** The letters that pages offer. Whoever draws a link or a button with one of these acts gives it the letter by `onKey`. */
export const LETTERS = { l: "Log an outcome", e: "Plan an event", m: "Move the event" } as const;

/** What lets a letter press a link or a button. */
export function onKey(letter: keyof typeof LETTERS) {
  return { "data-key": letter };
}

/** The places of a campaign in the order of use: the letter after G that goes there, the name, the path under `/c/:campaign`. */
export const PLACES = [
  { key: "o", label: "Overview", path: "" },
  { key: "c", label: "Calendar", path: "/calendar" },
  { key: "a", label: "Audiences", path: "/audiences" },
  { key: "m", label: "Messages", path: "/messages" },
  { key: "t", label: "Talking points", path: "/talking-points" },
  { key: "u", label: "Outcomes", path: "/outcomes" },
  { key: "f", label: "Follow-ups", path: "/follow-ups" },
  { key: "r", label: "Reports", path: "/reports/effectiveness" },
] as const;

export type PlacePath = (typeof PLACES)[number]["path"];
