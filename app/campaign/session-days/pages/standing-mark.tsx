import type { SessionStanding } from "../session-day.ts";

const LOOKS = {
  "in session": { look: "in", word: "In session" },
  away: { look: "out", word: "Away" },
  "not known": { look: "unk", word: "Not known" },
} as const;

/** In session, away or not known: the word, and the look that the calendar's bands have. */
export function StandingMark({ standing }: { standing: SessionStanding | "not known" }) {
  const { look, word } = LOOKS[standing];
  return <b className={`sd ${look}`}>{word}</b>;
}
