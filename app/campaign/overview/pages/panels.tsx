import { type NeedInWords, needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { ReceptionMatrix } from "#app/campaign/effectiveness/reception-matrix.tsx";
import { ObjectiveFigure } from "#app/campaign/objectives/objective-figure.tsx";
import { StateMarks } from "#app/campaign/outreach-events/state-marks.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import { State } from "#app/ui/marks.tsx";
import type { Overview, WeekEvent } from "./overview-view.server.ts";

/** What waits for this reader, by the time left, each with the one place to go. */
export function NeedsYou({ view }: { view: Overview }) {
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">Needs you</h2>
      {view.needs.length === 0 ? <p className="empty">Nothing is waiting for you.</p> : null}
      <ul className="needs-you">
        {view.needs.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
          <Item key={index} need={needInWords(need, view)} />
        ))}
      </ul>
    </section>
  );
}

function Item({ need }: { need: NeedInWords }) {
  return (
    <li>
      <span>
        <State kind={need.state}>{need.head}</State>
        <br />
        {need.detail}
      </span>
      <a className="needs-act" href={need.place}>
        {need.go}
      </a>
    </li>
  );
}

const SHOWN = 4;

/** The first objectives of the campaign: figure, target, bar, where it should be today, the word and the reason. */
export function ObjectivesStrip({ view }: { view: Overview }) {
  const { objectives, campaignId } = view;
  const page = addressOf.objectives(campaignId);
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">
        Objectives{" "}
        <a className="more" href={page}>
          {objectives.length > SHOWN
            ? `All ${counted(objectives.length, "objective")}`
            : "Objectives and readings"}
        </a>
      </h2>
      {objectives.length === 0 ? (
        <p className="empty">
          There are no objectives yet.{" "}
          {view.mayWrite ? (
            <>
              Say what the campaign must change. <a href={page}>Add an objective</a>
            </>
          ) : null}
        </p>
      ) : null}
      <ul className="objective-strip">
        {objectives.slice(0, SHOWN).map((objective) => (
          <li key={objective.id}>
            <h3>
              <a href={`${page}/${objective.id}`}>{objective.sentence}</a>
            </h3>
            <ObjectiveFigure objective={objective} />
          </li>
        ))}
      </ul>
      {objectives.length === 0 ? null : (
        <p className="note">
          Each bar runs from the baseline to the target; the vertical mark shows where we should be today.
        </p>
      )}
    </section>
  );
}

/** Who has heard what and how it was received: the figures and words of the effectiveness page, in short. */
export function OverviewMatrix({ view }: { view: Overview }) {
  const { matrix, campaignId, mayWrite } = view;
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">
        Who has heard what, and how it was received{" "}
        <a className="more" href={addressOf.effectiveness(campaignId)}>
          Full report
        </a>
      </h2>
      {matrix.rows.length === 0 || matrix.messages.length === 0 ? (
        <p className="empty">
          This table will show who has heard what, once the campaign has messages and audiences.
        </p>
      ) : (
        <>
          <ReceptionMatrix view={{ ...matrix, campaignId, mayWrite, isShort: true }} />
          <p className="note">
            The figures show how our own officers judged meetings, and reactions outside them; they do not
            show the effect of a message. Likely range: nine times in ten we would expect the true level to
            fall inside it. Where ratings are few, the figure leans on similar cells (other pairs of a message
            and an audience). {matrix.leftOut}
          </p>
        </>
      )}
    </section>
  );
}

/** What is still to come in the week that matters, each event with its state. */
export function WeekAhead({ view }: { view: Overview }) {
  const { week, campaignId } = view;
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week">
        {week.isNext ? "Next week" : "This week"}{" "}
        <a className="more" href={addressOf.calendar(campaignId)}>
          Calendar
        </a>
      </h2>
      {week.events.length === 0 ? (
        <p className="empty">
          {week.isNext
            ? "Nothing is planned for next week."
            : "Nothing is planned for the rest of this week."}
        </p>
      ) : null}
      <ul className="this-week">
        {week.events.map((event) => (
          <Row key={event.id} event={event} campaignId={campaignId} />
        ))}
      </ul>
      {week.isCut ? <p className="note">See the calendar for the rest.</p> : null}
      {week.holidays.length === 0 ? null : <p className="note">{week.holidays.join(". ")}.</p>}
    </section>
  );
}

function Row({ event, campaignId }: { event: WeekEvent; campaignId: string }) {
  return (
    <li>
      <span className="week-day">
        <b>{event.dayName}</b>
        {event.time}
        <span className="home">{event.homeTime}</span>
      </span>
      <span className="week-title">
        <a href={addressOf.event(campaignId, event.id)}>{event.title}</a>
        {event.state === null ? null : (
          <>
            <br />
            <StateMarks state={event.state} />
          </>
        )}
      </span>
    </li>
  );
}
