import { quadrantOf } from "#app/domain/audiences/quadrant.ts";
import { silentDays } from "#app/domain/audiences/silence.ts";
import { stanceLabel, stanceOn } from "#app/domain/audiences/stance.ts";
import { formatShortDate } from "#app/domain/time/format.ts";
import { Stance } from "#app/ui/marks.tsx";
import type { ListedAudience } from "#db/queries/audience-lists.server.ts";
import { EventTime } from "./event-time.tsx";
import { StandingStanceMark } from "./standing-stance-mark.tsx";

type View = { audience: ListedAudience; campaignId: string; homeZone: string; today: string };

/** What is known of an audience at a glance. */
export function AudienceFacts(view: View) {
  const { audience, today } = view;
  const { latestReading, desiredStance, organisation, endedOn } = audience;
  return (
    <dl className="strip">
      <div>
        <dt>Stance</dt>
        <dd>
          <StandingStanceMark
            standing={stanceOn(latestReading === null ? [] : [latestReading], today)}
            today={today}
          />
        </dd>
      </div>
      {desiredStance === null ? null : (
        <div>
          <dt>Stance we want</dt>
          <dd>
            <Stance n={desiredStance} /> {stanceLabel(desiredStance)}
          </dd>
        </div>
      )}
      <div>
        <dt>Last contact</dt>
        <dd>{lastContactInWords(audience.lastContactOn, today)}</dd>
      </div>
      <NextEvent {...view} />
      <div>
        <dt>Relationship owner</dt>
        <dd>{audience.owner?.name ?? "Nobody yet"}</dd>
      </div>
      <div>
        <dt>Priority</dt>
        <dd>
          {audience.priority}, {quadrantOf(audience.influence, audience.interest)}
        </dd>
      </div>
      {organisation === null ? null : (
        <div>
          <dt>Organisation</dt>
          <dd>
            <a href={`/c/${view.campaignId}/organisations/${organisation.id}`}>{organisation.name}</a>
          </dd>
        </div>
      )}
      {endedOn === null ? null : (
        <div>
          <dt>Ended</dt>
          <dd>{formatShortDate(endedOn, today)}</dd>
        </div>
      )}
    </dl>
  );
}

function NextEvent({ audience: { nextEvent }, campaignId, homeZone, today }: View) {
  return (
    <div>
      <dt>Next</dt>
      <dd>
        {nextEvent === null ? (
          "Nothing planned"
        ) : (
          <EventTime
            to={`/c/${campaignId}/events/${nextEvent.id}`}
            startsAt={nextEvent.startsAt}
            isTentative={nextEvent.schedule === "tentative"}
            homeZone={homeZone}
            today={today}
          />
        )}
      </dd>
    </div>
  );
}

function lastContactInWords(on: string | null, today: string): string {
  const days = silentDays(on, today);
  if (on === null || days === null) return "Never met";
  return `${formatShortDate(on, today)}, ${days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`}`;
}
