import { addressOf } from "#app/http/addresses.ts";
import { capital } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { AudiencePerson } from "../people.server.ts";
import { isSilent, silentDays } from "../silence.ts";

type View = {
  campaignId: string;
  audience: { id: string };
  mayWrite: boolean;
  people: readonly AudiencePerson[];
  peopleCount: number;
};

/** The people of an audience: their role in the decision and when we last met them, never a score. */
export function AudiencePeople({ campaignId, audience, mayWrite, people, peopleCount }: View) {
  const contacts = addressOf.contacts(campaignId);
  return (
    <section aria-labelledby="people">
      <h2 id="people">
        People{" "}
        {mayWrite ? (
          <a className="more" href={`${contacts}/new?audience=${audience.id}`}>
            Add a contact
          </a>
        ) : null}
      </h2>
      {people.length === 0 ? (
        <Empty text="No contacts yet." />
      ) : (
        <div className="scroll">
          <table className="table">
            <TableHead labels={["Name", "Role in the decision", "Last contact", "Owner"]} />
            <tbody>
              {people.map((person) => (
                <Person key={person.id} person={person} to={`${contacts}/${person.id}`} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="note grid-note">
        {peopleCount > people.length ? (
          <>
            <a href={`${contacts}?audience=${audience.id}`}>All {peopleCount} people</a>.{" "}
          </>
        ) : null}
        <span className="noprint">For staff, we record what they said, not a score.</span>
      </p>
    </section>
  );
}

function Person({ person, to }: { person: AudiencePerson; to: string }) {
  const { name, title, roleInDecision, owner } = person;
  return (
    <tr>
      <td>
        <a href={to}>
          <b>{name}</b>
        </a>
        {title === "" ? null : (
          <>
            <br />
            <span className="note grid-note">{title}</span>
          </>
        )}
      </td>
      <td>{roleInDecision === null ? "" : capital(roleInDecision)}</td>
      <td>
        <LastContact on={person.lastContactOn} />
      </td>
      <td>{owner ?? ""}</td>
    </tr>
  );
}

/** The last day somebody was met; over 60 days ago it is marked. */
function LastContact({ on }: { on: CalendarDate | null }) {
  const today = useToday();
  const day = on === null ? "Never" : formatDay(on, today);
  if (on === null || !isSilent(on, today)) return day;
  return <State kind="bad">{`${day}, ${silentDays(on, today)} days`}</State>;
}
