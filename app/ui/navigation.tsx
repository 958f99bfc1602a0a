import { PLACES, type PlacePath } from "./keys.ts";

/** What waits for one person in one campaign: papers to clear or to mend, meetings to log, promises overdue, cables like papers. */
export type Waiting = { talkingPoints: number; outcomes: number; followUps: number; reports: number };

type Item = { label: string; to: string; waiting: number; current: boolean };

/** Pages that belong to a place without standing under its path. */
const ALSO: Partial<Record<PlacePath, readonly string[]>> = {
  "/calendar": ["/events"],
  "/audiences": ["/contacts", "/organisations"],
  "/messages": ["/holds", "/proof-points", "/objections"],
  "/talking-points": ["/instructions"],
  "/outcomes": ["/feedback", "/log"],
  "/reports/effectiveness": ["/reports", "/correspondence"],
};

const LOG_OF_EVENT = /^\/events\/[^/]+\/log$/;

/** The places of a campaign in the order of use, with what waits for the reader. `path` is the page that is open. */
export function campaignItems(campaign: string, path: string, waiting: Waiting): Item[] {
  const base = `/c/${campaign}`;
  const under = path.startsWith(`${base}/`) ? path.slice(base.length) : "";
  const rest = LOG_OF_EVENT.test(under) ? "/log" : under;
  return PLACES.map((place) => ({
    label: place.label,
    to: base + place.path,
    waiting: waitingAt(place.path, waiting),
    current: [place.path, ...(ALSO[place.path] ?? [])].some((at) =>
      at === "" ? rest === "" : isUnder(rest, at),
    ),
  }));
}

function waitingAt(path: PlacePath, waiting: Waiting): number {
  if (path === "/talking-points") return waiting.talkingPoints;
  if (path === "/outcomes") return waiting.outcomes;
  if (path === "/reports/effectiveness") return waiting.reports;
  return path === "/follow-ups" ? waiting.followUps : 0;
}

/** The page itself, or one below it. */
function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

export function NavigationItems({ items }: { items: readonly Item[] }) {
  return items.map((item) => (
    <a key={item.to} className="item" href={item.to} aria-current={item.current ? "page" : undefined}>
      {item.label}
      {item.waiting === 0 ? null : (
        <span className="waiting-count">
          {item.waiting}
          <span className="visually-hidden"> waiting</span>
        </span>
      )}
    </a>
  ));
}

/** What is not part of a campaign's work. */
export function secondItems(path: string, campaign: string | null, isAdministrator: boolean): Item[] {
  const places = [
    ...(campaign === null ? [] : [{ label: "Settings", to: `/c/${campaign}/settings` }]),
    { label: "Your account", to: "/account" },
    { label: "Help and shortcuts", to: "/help" },
    ...(isAdministrator ? [{ label: "Administration", to: "/admin" }] : []),
  ];
  return places.map((place) => ({ ...place, waiting: 0, current: isUnder(path, place.to) }));
}
