import { isSilent, silentDays } from "#app/campaign/audiences/silence.ts";
import { type StanceReading, stanceOn } from "#app/campaign/audiences/stances/stance.ts";
import { LEAST_PRIORITY_REPORTED } from "#app/campaign/coverage/coverage-report.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type {
  GapWorthClosing,
  NeverHeard,
  OldStance,
  OutdatedProofPoint,
  SilentAudience,
  UnansweredObjection,
} from "./gap-worth-closing.ts";

/** From so many times on an objection counts as heard often. */
export const HEARD_OFTEN = 3;

/** What may be a gap, beside the report: maps are by audience. */
export type GapGround = {
  lastContactOn: ReadonlyMap<string, CalendarDate>;
  /** The messages planned with an audience in the time ahead; an audience without any planned event is not in it. */
  planned: ReadonlyMap<string, ReadonlySet<string>>;
  /** Messages that nobody is to plan with just now. */
  setAside: ReadonlySet<string>;
  latestReading: ReadonlyMap<string, StanceReading>;
  objections: readonly Omit<UnansweredObjection, "kind">[];
  proofPoints: readonly Omit<OutdatedProofPoint, "kind" | "days">[];
};

type Row = ReceptionReport["rows"][number];

/** Everything that is missing on a day; what is planned already is not a gap. Source: DESIGN.md, section 3. */
export function findGaps(report: ReceptionReport, ground: GapGround, day: CalendarDate): GapWorthClosing[] {
  return [
    ...report.rows.flatMap((row) => [
      ...neverHeardBy(row, report, ground),
      ...silenceOf(row, ground, day),
      ...oldStanceOf(row, ground, day),
    ]),
    ...ground.objections.map((one) => ({ kind: "objection without a cleared reply", ...one }) as const),
    ...ground.proofPoints
      .filter(({ proofPoint, event }) => proofPoint.reviewBy < event.day)
      .map((one) => {
        const days = daysBetween(one.proofPoint.reviewBy, one.event.day);
        return { kind: "proof point out of date", ...one, days } as const;
      }),
  ];
}

/** Of an audience that was met: one that was not is silent, which is the larger gap. */
function neverHeardBy({ audience, figures }: Row, report: ReceptionReport, ground: GapGround): NeverHeard[] {
  const pairs = report.messages.flatMap((message, at) => {
    const figure = figures[at];
    return figure === undefined || message.isRetired ? [] : [{ message, figure }];
  });
  const heard = pairs.filter(({ figure }) => figure.notes > 0);
  const isMet = heard.length > 0 || ground.lastContactOn.has(audience.id);
  const unheard = pairs.filter(
    ({ message, figure }) =>
      figure.notes === 0 &&
      !ground.setAside.has(message.id) &&
      !(ground.planned.get(audience.id)?.has(message.id) ?? false),
  );
  if (!isMet || unheard.length === 0) return [];
  return [
    {
      kind: "never heard",
      audience,
      messages: unheard.map(({ message: { id, number } }) => ({ id, number })),
      heardOf: heard.map(({ message }) => message.number),
      ratings: heard.reduce((sum, { figure }) => sum + figure.notes, 0),
      isAnyTooLittle: heard.some(({ figure }) => figure.verdict === "Not enough evidence"),
    },
  ];
}

function silenceOf({ audience }: Row, ground: GapGround, day: CalendarDate): SilentAudience[] {
  const lastContactOn = ground.lastContactOn.get(audience.id) ?? null;
  const isGap =
    audience.priority <= LEAST_PRIORITY_REPORTED &&
    isSilent(lastContactOn, day) &&
    !ground.planned.has(audience.id);
  return isGap ? [{ kind: "silent", audience, lastContactOn, days: silentDays(lastContactOn, day) }] : [];
}

function oldStanceOf({ audience }: Row, ground: GapGround, day: CalendarDate): OldStance[] {
  const reading = ground.latestReading.get(audience.id);
  const standing = stanceOn(reading === undefined ? [] : [reading], day);
  if (standing.state !== "lapsed") return [];
  const { readOn } = standing;
  return [{ kind: "stance reading", audience, readOn, days: daysBetween(readOn, day) }];
}
