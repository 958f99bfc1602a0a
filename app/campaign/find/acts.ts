import { addressOf } from "#app/http/addresses.ts";
import { startsWithWords } from "#app/text/search-words.ts";

/** Something to do, the page that does it, and the key that leads there from any page; null where none does. */
export type Act = { label: string; path: string; key: string | null };

/** What the acts are about: the campaign that is open, its messages, and what was found of which something can be done. */
export type ActsAround = {
  campaignId: string;
  mayHold: boolean;
  /** `holdId` is that of the hold in place; null where there is none. */
  messages: readonly { number: number; title: string; holdId: string | null }[];
  audiences: readonly { id: string; title: string }[];
  /** Meetings among what was found that nobody has logged. */
  toLog: readonly { eventId: string; title: string; day: string }[];
};

/** The acts of a campaign, most wanted first. `also` holds words by which somebody may look for one. */
const ACTS = [
  { label: "Plan an event", also: "new meeting visit", path: "/events/new", key: "E" },
  { label: "Log an outcome", also: "meeting", path: "/log", key: "L" },
  { label: "Write talking points", also: "new paper draft", path: "/talking-points/new", key: null },
  { label: "Add an unscheduled event", also: "plan wish unscheduled", path: "/wishes/new", key: null },
  { label: "Record a reaction", also: "feedback log clip press media", path: "/feedback/new", key: null },
  { label: "Record an instruction", also: "new", path: "/instructions/new", key: null },
  { label: "Add an audience", also: "new", path: "/audiences/new", key: null },
  { label: "Add a contact", also: "new person", path: "/contacts/new", key: null },
  { label: "Add an organisation", also: "new", path: "/organisations/new", key: null },
  { label: "Add a message", also: "new", path: "/messages/new", key: null },
  { label: "Add a proof point", also: "new evidence", path: "/proof-points/new", key: null },
  { label: "Add an objection", also: "new reply", path: "/objections/new", key: null },
  { label: "Set an objective", also: "new", path: "/objectives/new", key: null },
  { label: "Import a calendar", also: "ics outlook", path: "/calendar/import", key: null },
] as const;

/** So many stand there before anything is typed. */
const FIRST = 3;

/**
 * What can be done, for the words typed: each of them begins a word of the act. First what can be done with what was found,
 * then acts of the campaign, then holds of its messages, by number or by title ("hold 2"). For whoever may write.
 */
export function actsFor(words: readonly string[], around: ActsAround): readonly Act[] {
  const base = addressOf.overview(around.campaignId);
  const acts = ACTS.map(({ label, also, path, key }) => ({
    act: { label, path: `${base}${path}`, key },
    also,
  }));
  if (words.length === 0) return acts.slice(0, FIRST).map(({ act }) => act);
  const asksForHold = words.some((word) => word.length > 1 && "hold".startsWith(word));
  const holds = around.mayHold || asksForHold ? around.messages.map((one) => holdOf(one, around)) : [];
  const fitting = [...acts, ...holds].filter(({ act, also }) =>
    startsWithWords(`${act.label} ${also}`, words),
  );
  return [...withFound(base, around), ...fitting.map(({ act }) => act)];
}

/** To hold a message; whoever may not is told who may, and led to the message. Of one on hold, the hold. */
function holdOf({ number, title, holdId }: ActsAround["messages"][number], around: ActsAround) {
  const { campaignId, mayHold } = around;
  if (holdId !== null) {
    const path = addressOf.hold(campaignId, holdId);
    return { act: { label: `On hold: message ${number}, ${title}`, path, key: null }, also: "" };
  }
  const label = `Hold message ${number}: ${title}`;
  const path = addressOf.message(campaignId, number);
  const act = mayHold
    ? { label, path: `${path}/hold`, key: null }
    : { label: `${label}. Only clearers and the head of mission may place a hold`, path, key: null };
  return { act, also: "" };
}

function withFound(base: string, { audiences, toLog }: ActsAround): readonly Act[] {
  return [
    ...toLog.map(({ eventId, title, day }) => ({
      label: `Log ${title}, ${day}`,
      path: `${base}/events/${eventId}/log`,
      key: null,
    })),
    ...audiences.map(({ id, title }) => ({
      label: `Plan an event with ${title}`,
      path: `${base}/events/new?audience=${id}`,
      key: null,
    })),
  ];
}
