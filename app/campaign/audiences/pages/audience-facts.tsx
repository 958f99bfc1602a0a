import { addressOf } from "#app/http/addresses.ts";
import { cityOf, dayIfOther, formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Fact } from "#app/ui/fact-list.tsx";
import { Stance } from "#app/ui/marks.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { ListedAudience, NextEvent } from "../lists.server.ts";
import { quadrantOf } from "../quadrant.ts";
import { daysAgo } from "../silence.ts";
import {
  knownStance,
  type Stance as Level,
  type StandingStance,
  stanceLabel,
  stanceOn,
} from "../stances/stance.ts";

type View = { audience: ListedAudience; campaignId: string };

/** What is known of an audience at a glance. */
export function AudienceFacts(view: View) {
  const today = useToday();
  const facts = [...standingFacts(view, today), ...ownFacts(view, today)].filter(
    ({ value }) => value !== null,
  );
  return (
    <dl className="audience-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function standingFacts({ audience, campaignId }: View, today: CalendarDate): Fact[] {
  const { latestReading, desiredStance, lastContactOn, nextEvent } = audience;
  const lastContact = lastContactOn && `${formatDay(lastContactOn, today)}, ${daysAgo(lastContactOn, today)}`;
  const standing = stanceOn(latestReading === null ? [] : [latestReading], today);
  return [
    { label: "Stance", value: <StandingStanceMark standing={standing} /> },
    { label: "Stance we want", value: desiredStance && <WantedStance n={desiredStance} /> },
    { label: "Last contact", value: lastContact ?? "No contact yet" },
    {
      label: "Next",
      value: nextEvent ? (
        <EventTime event={nextEvent} base={addressOf.events(campaignId)} />
      ) : (
        "Nothing planned"
      ),
    },
  ];
}

function ownFacts({ audience, campaignId }: View, today: CalendarDate): Fact[] {
  const { owner, priority, influence, interest, organisation, endedOn } = audience;
  const page = organisation && (
    <a href={addressOf.organisation(campaignId, organisation.id)}>{organisation.name}</a>
  );
  return [
    { label: "Relationship owner", value: owner?.name ?? "No one yet" },
    { label: "Priority", value: `${priority}, ${quadrantOf(influence, interest)}` },
    { label: "Organisation", value: page },
    { label: "Ended", value: endedOn && formatDay(endedOn, today) },
  ];
}

function WantedStance({ n }: { n: Level }) {
  return (
    <>
      <Stance n={n} /> {stanceLabel(n)}
    </>
  );
}

/** Where an audience stands today: number, word, and the day of the reading or why it is not known. */
export function StandingStanceMark({ standing }: { standing: StandingStance }) {
  const stance = knownStance(standing);
  return (
    <>
      <span className="nowrap">
        <Stance n={stance} /> {stanceLabel(stance)}
      </span>{" "}
      <span className="secondary audience-detail fact-detail">{readingInWords(standing, useToday())}</span>
    </>
  );
}

function readingInWords(standing: StandingStance, today: CalendarDate): string {
  switch (standing.state) {
    case "known":
    case "not known":
      return formatDay(standing.readOn, today);
    case "lapsed":
      return `${standing.last} on ${formatDay(standing.readOn, today)}, lapsed`;
    case "no reading":
      return "no reading";
  }
}

/** When an event begins, as a link: the day and Washington's time, the home capital's time under it; of whole days the first. */
export function EventTime({
  event: { id, startsAt, wholeDay, schedule },
  base,
}: {
  event: NextEvent;
  base: string;
}) {
  const today = useToday();
  const at = new Date(startsAt);
  const homeZone = useHomeZone();
  const day = dayInWords(wholeDay ?? dateIn(at, WASHINGTON), today);
  return (
    <>
      <a href={`${base}/${id}`}>{wholeDay === null ? `${day}, ${timeIn(at, WASHINGTON)}` : day}</a>{" "}
      <span className="secondary audience-detail fact-detail">
        {wholeDay === null
          ? `${dayIfOther(at, homeZone, today)}${timeIn(at, homeZone)} ${cityOf(homeZone)}`
          : "all day"}
        {schedule === "tentative" ? ", tentative" : ""}
      </span>
    </>
  );
}

/** "Today", "Thu 12 Nov". */
function dayInWords(day: CalendarDate, today: CalendarDate): string {
  return day === today ? "Today" : formatDay(day, today);
}
