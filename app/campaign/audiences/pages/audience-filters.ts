import type { CalendarDate } from "#app/time/wall-time.ts";
import { kindPlace, PLACES } from "../audience-kind.ts";
import type { ListedAudience } from "../lists.server.ts";
import { isSilent, SILENT_AFTER_DAYS } from "../silence.ts";
import { knownStance, stanceOn } from "../stances/stance.ts";

/** One way to narrow the list; `value` stands in the address. */
type Filter = { value: string; label: string; holds: (audience: ListedAudience) => boolean };

/** The audiences of a filter, with every filter and how many audiences it holds; empty ones are left out. */
export type Filtered = {
  shown: ListedAudience[];
  chosen: string;
  filters: { value: string; label: string; count: number }[];
};

/** Narrows the list by the filter in the address; an unknown one shows all. Ended audiences have a filter of their own. */
export function filterAudiences(
  audiences: readonly ListedAudience[],
  wanted: string | null,
  reader: { accountId: string; today: CalendarDate },
): Filtered {
  const filters = filtersFor(reader);
  const chosen = filters.find(({ value }) => value === wanted) ?? filters[0];
  return {
    shown: audiences.filter((audience) => chosen?.holds(audience)),
    chosen: chosen?.value ?? "all",
    filters: filters
      .map(({ value, label, holds }) => ({ value, label, count: audiences.filter(holds).length }))
      .filter(({ value, count }) => count > 0 || value === "all"),
  };
}

function filtersFor({ accountId, today }: { accountId: string; today: CalendarDate }): Filter[] {
  const current = (holds: Filter["holds"]) => (audience: ListedAudience) =>
    audience.endedOn === null && holds(audience);
  return [
    { value: "all", label: "All", holds: current(() => true) },
    { value: "priority-1", label: "Priority 1", holds: current(({ priority }) => priority === 1) },
    ...PLACES.map((place) => ({
      value: place.toLowerCase().replaceAll(" ", "-"),
      label: place,
      holds: current(({ kind }) => kindPlace(kind) === place),
    })),
    { value: "yours", label: "Yours", holds: current(({ owner }) => owner?.id === accountId) },
    {
      value: "silent",
      label: `No contact for over ${SILENT_AFTER_DAYS} days`,
      holds: current(({ lastContactOn }) => isSilent(lastContactOn, today)),
    },
    {
      value: "stance-not-known",
      label: "Stance not known",
      holds: current((audience) => standingNumber(audience, today) === null),
    },
    { value: "ended", label: "Ended", holds: ({ endedOn }) => endedOn !== null },
  ];
}

/** The stance that stands today, or null. */
export function standingNumber({ latestReading }: ListedAudience, today: CalendarDate) {
  return knownStance(stanceOn(latestReading === null ? [] : [latestReading], today));
}
