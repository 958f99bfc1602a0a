import { daysBetween } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { MessageNumber, Reception, State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { askedInWords, type LastTold, owedInWords } from "./brief.ts";
import type { EventPage } from "./event-page.server.ts";

/** What we last told these people, what they asked, and what we still owe them. */
export function WhereWeLeftIt({ page }: { page: EventPage }) {
  const { told, asked, event } = page;
  const today = useToday();
  // What was promised at the event itself stands with what came of it.
  const owed = page.owed.filter(({ eventId }) => eventId !== event.id);
  const isAnybodyNamed = event.audiences.length + event.participants.length > 0;
  return (
    <section aria-labelledby="last">
      <h2 id="last">Where we left it</h2>
      {told.length + asked.length + owed.length === 0 ? (
        <Empty
          text={
            isAnybodyNamed
              ? "Nothing is on record from an earlier meeting with anyone named here."
              : "What was said last time will appear here once an audience or a participant is named."
          }
        />
      ) : null}
      <ul className="last">
        {told.map((one) => (
          <li key={one.messageNumber}>
            <b>{formatDay(one.day, today)}.</b> Message <MessageNumber n={one.messageNumber} />{" "}
            <Receptions told={one} /> <span className="note">{wordingOf(one)}</span>
          </li>
        ))}
        {asked.map((one) => (
          <li key={askedInWords(one)}>
            {askedInWords(one)} <span className="note">{formatDay(one.day, today)}</span>
          </li>
        ))}
        {owed.slice(0, OWED_SHOWN).map((one) => (
          <Owed key={one.id} page={page} one={one} />
        ))}
      </ul>
      {owed.length > OWED_SHOWN ? (
        <details>
          <summary>{owed.length - OWED_SHOWN} more of our promises</summary>
          <ul className="last">
            {owed.slice(OWED_SHOWN).map((one) => (
              <Owed key={one.id} page={page} one={one} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** The others fold. */
const OWED_SHOWN = 10;

function Owed({ page: { own, mayWrite }, one }: { page: EventPage; one: EventPage["owed"][number] }) {
  return (
    <li>
      <Due dueOn={one.dueOn} /> {owedInWords(one)}
      {one.owner === null ? null : <span className="note"> {one.owner} is dealing with it.</span>}{" "}
      {mayWrite ? <MarkAsSent own={own} id={one.id} what={one.what} /> : null}
    </li>
  );
}

/** The one act on a promise of ours: it has been kept. */
export function MarkAsSent({ own, id, what }: { own: string; id: string; what: string }) {
  return (
    <ButtonForm
      action={own}
      fields={{ act: "sent", followUp: id }}
      className="linklike"
      label={
        <>
          Mark as sent<span className="visually-hidden">: {what}</span>
        </>
      }
    />
  );
}

export function Receptions({ told }: { told: LastTold }) {
  return told.receptions.map(({ score, whom }) => (
    <span key={whom} className="where-left">
      <Reception score={score} /> {whom}
    </span>
  ));
}

/** "Said as written, revision 4, by Jana Malá." */
export function wordingOf({ wording, revision, by }: LastTold): string {
  const how = wording === null ? "Wording not recorded" : `Said ${wording}`;
  return revision === null ? `${how}, by ${by}.` : `${how}, revision ${revision}, by ${by}.`;
}

/** How late or how soon a promise is due. */
export function Due({ dueOn }: { dueOn: CalendarDate }) {
  const today = useToday();
  const late = daysBetween(dueOn, today);
  if (late > 0) return <State kind="bad">{late === 1 ? "1 day overdue" : `${late} days overdue`}</State>;
  return <State kind="warn">Due {formatDay(dueOn, today)}</State>;
}
