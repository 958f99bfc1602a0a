import type { Rating, Score, Wording } from "#app/method/reception-scale.ts";

/** Who could hear a message at the event: the audiences that it was for, and the people with the audiences they belong to. */
export type Room = {
  audienceIds: readonly string[];
  people: readonly { contactId: string; audienceIds: readonly string[] }[];
};

/** What an officer says of one message: once for the room, or split by audience and person. */
export type MessageRating = {
  messageId: string;
  /** The revision that was current; it is tied to the reception when the message was raised. */
  revisionId: string | null;
  wording: Wording;
  /** A planned message must be rated; another one only where it came up. */
  isPlanned: boolean;
  isSplit: boolean;
  room: Rating | null;
  byAudience: ReadonlyMap<string, Rating>;
  byPerson: ReadonlyMap<string, Rating>;
};

/** One reception as it is kept. A score of null says that the message was not raised. */
export type Reception = {
  messageId: string;
  audienceId: string;
  contactId: string | null;
  scope: "room" | "audience" | "contact";
  score: Score | null;
  wording: Wording | null;
  revisionId: string | null;
};

export type Spread =
  | { ok: true; receptions: Reception[] }
  | { ok: false; reason: "message-not-rated" }
  | { ok: false; reason: "audience-not-rated"; audienceId: string };

/**
 * The receptions that a rating stands for: one for each audience in the room; or, split, one for each audience that
 * was rated and one for each person, which counts for that person's audience. A person of several audiences of the
 * room counts for each; one of none counts for none. Where a person was rated, their audience need not be.
 *
 * Refuses a planned message without a rating ("message-not-rated"), and a split that leaves an audience out
 * ("audience-not-rated"). Source: DOMAIN.md, records "outcome" and "observation".
 */
export function spreadReception(rating: MessageRating, room: Room): Spread {
  return rating.isSplit ? spreadSplit(rating, room) : spreadOverRoom(rating, room);
}

function spreadOverRoom(rating: MessageRating, { audienceIds }: Room): Spread {
  if (rating.room === null)
    return rating.isPlanned ? { ok: false, reason: "message-not-rated" } : { ok: true, receptions: [] };
  const given = rating.room;
  return {
    ok: true,
    receptions: audienceIds.map((audienceId) =>
      receptionOf(rating, given, { audienceId, contactId: null, scope: "room" }),
    ),
  };
}

function spreadSplit(rating: MessageRating, room: Room): Spread {
  const receptions: Reception[] = [];
  for (const audienceId of room.audienceIds) {
    const given = rating.byAudience.get(audienceId);
    const people = peopleOf(rating, room, audienceId);
    if (given === undefined && people.length === 0)
      return { ok: false, reason: "audience-not-rated", audienceId };
    if (given !== undefined)
      receptions.push(receptionOf(rating, given, { audienceId, contactId: null, scope: "audience" }));
    receptions.push(...people);
  }
  return { ok: true, receptions };
}

function peopleOf(rating: MessageRating, { people }: Room, audienceId: string): Reception[] {
  return people.flatMap(({ contactId, audienceIds }) => {
    const given = rating.byPerson.get(contactId);
    if (given === undefined || !audienceIds.includes(audienceId)) return [];
    return [receptionOf(rating, given, { audienceId, contactId, scope: "contact" })];
  });
}

function receptionOf(
  { messageId, wording, revisionId }: MessageRating,
  given: Rating,
  whose: Pick<Reception, "audienceId" | "contactId" | "scope">,
): Reception {
  if (given === "not raised") return { messageId, ...whose, score: null, wording: null, revisionId: null };
  return { messageId, ...whose, score: given, wording, revisionId };
}
