import type { Cut } from "#app/text/cut.ts";
import { Select } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { CutLine } from "#app/ui/list.tsx";
import type { Participant } from "../../outreach-event-record.server.ts";
import type { ContactChoice } from "../contacts.server.ts";
import { ATTENDANCES, attendanceLabel, REPLIES, replyLabel } from "../participation.ts";

/** One participant: what they replied, whether they were there, and the way out. */
export function ParticipantForm({ participant, action }: { participant: Participant; action: string }) {
  const { contactId, name, title, reply, attendance, version } = participant;
  return (
    <li>
      <p>
        <b>{name}</b>
        <br />
        <span className="secondary">{title}</span>
      </p>
      <FormFrame action={action} version={version} id={`of-${contactId}`} className="inline">
        <input type="hidden" name="act" value="record" />
        <input type="hidden" name="contact" value={contactId} />
        <Select
          name="reply"
          label={<>Reply{<span className="visually-hidden"> from {name}</span>}</>}
          value={reply}
          options={REPLIES.map((value) => ({ value, label: replyLabel(value) }))}
        />
        <Select
          name="attendance"
          label={<>Attendance{<span className="visually-hidden"> of {name}</span>}</>}
          value={attendance}
          options={ATTENDANCES.map((value) => ({ value, label: attendanceLabel(value) }))}
        />
        <Submit>
          Save<span className="visually-hidden"> {name}</span>
        </Submit>
      </FormFrame>
      <ButtonForm
        action={action}
        fields={{ act: "remove", contact: contactId }}
        className="linklike"
        label={
          <>
            Remove<span className="visually-hidden"> {name}</span>
          </>
        }
      />
    </li>
  );
}

/** Finds a contact by name: a search of its own, so that the choice below it stays short. */
export function FindContact({
  action,
  who,
  found,
}: {
  action: string;
  who: string;
  found: Cut<ContactChoice>;
}) {
  return (
    <>
      <form action={action} method="get" className="form inline">
        <div className="field">
          <label htmlFor="who">By name</label>
          <input id="who" type="search" name="who" defaultValue={who} autoComplete="off" />
        </div>
        <Submit>Find</Submit>
      </form>
      {who === "" ? null : (
        <AddContacts
          title={`Found for “${who}”`}
          contacts={found}
          action={action}
          empty="No contact has that name."
          others="Type more of the name to find the others."
        />
      )}
    </>
  );
}

/** Contacts with a button each that adds them to the event. */
export function AddContacts({
  title,
  contacts,
  action,
  empty,
  others,
}: {
  title: string;
  contacts: Cut<ContactChoice>;
  action: string;
  empty: string;
  others: string;
}) {
  return (
    <>
      <h3>{title}</h3>
      {contacts.rows.length === 0 ? <p className="note">{empty}</p> : null}
      <ul className="participant-choices">
        {contacts.rows.map(({ id, name, title: position }) => (
          <li key={id}>
            <span>
              <b>{name}</b> <span className="secondary">{position}</span>
            </span>
            <ButtonForm
              action={action}
              fields={{ act: "add", contact: id }}
              label={
                <>
                  Add<span className="visually-hidden"> {name}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      <CutLine cutAt={contacts.cutAt} which="first by name" others={others} />
    </>
  );
}
