import { REPLIES, replyLabel } from "#app/campaign/outreach-events/participants/participation.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { CutLine } from "#app/ui/list.tsx";
import type { PeopleToAsk } from "./people-to-ask.server.ts";

/** Who is asked to the event, with what they have replied; others of its audiences, and a search by name. */
export function ParticipantFields({ people, action }: { people: PeopleToAsk; action: string }) {
  const { chosen, offered, cutAt, who } = people;
  return (
    <fieldset className="field plan-people">
      <legend>
        Participants<span className="optional"> Optional</span>
      </legend>
      <ul>
        {chosen.map(({ id, name, title, reply }) => (
          <li key={id}>
            <label>
              <input type="checkbox" name="contacts" value={id} defaultChecked />
              <span>
                {name} <span className="hint">{title}</span>
              </span>
            </label>
            <select name="replies" aria-label={`Reply from ${name}`} defaultValue={`${id} ${reply}`}>
              {REPLIES.map((one) => (
                <option key={one} value={`${id} ${one}`}>
                  {replyLabel(one)}
                </option>
              ))}
            </select>
          </li>
        ))}
        {offered.map(({ id, name, title }) => (
          <li key={id}>
            <label>
              <input type="checkbox" name="contacts" value={id} />
              <span>
                {name} <span className="hint">{title}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <CutLine cutAt={cutAt} which="first by name" others="Type more of the name to find the others." />
      <div className="find-people">
        <TextInput name="who" label="Someone else, by name" optional value={who} autoComplete="off" />
        <button type="submit" formMethod="get" formAction={action} className="button" data-read-line>
          Find
        </button>
      </div>
    </fieldset>
  );
}
