import type { CampaignArrival } from "#app/http/page.server.ts";
import { memberInWords } from "../../members/who-goes.ts";
import type { VisitRecord } from "../../store.server.ts";
import { headOf } from "../../visit-here.server.ts";
import { schedulersCopy } from "../schedulers-copy.ts";

/** The programme of a visit as hosts' schedulers get it. */
export function copyOf({ home, now }: CampaignArrival, visit: VisitRecord) {
  const { number } = headOf(visit);
  const { event, items, members, parts } = visit;
  return schedulersCopy({
    title: event.title,
    handling: event.handling,
    number,
    homeZone: home.homeZone,
    now,
    items: items.map((item) => ({
      ...item,
      isInternal: item.kind === "internal",
      isTentative: item.schedule === "tentative",
      who: members
        .filter(({ id }) => parts.some((part) => part.itemId === item.id && part.memberId === id))
        .map(memberInWords),
    })),
  });
}
