import { isOnRecord } from "#app/text/person-name.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { TenFirst } from "#app/ui/list.tsx";

const THANKED_FIRST = 6;

type Person = { id: string; name: string };

/** Who was there of those who take part in an event. */
export function attendedOf(
  participants: readonly { contactId: string; name: string; attendance: string }[],
): Person[] {
  return participants.flatMap(({ contactId, name, attendance }) =>
    attendance === "attended" && isOnRecord(name) ? [{ id: contactId, name }] : [],
  );
}

/** What can be written about a meeting: its memorandum, and thanks to each who was there. Where it is written, the button opens it. */
export function WriteAboutMeeting({
  base,
  eventId,
  people,
}: {
  base: string;
  eventId: string;
  people: readonly Person[];
}) {
  const thanked = people.length === 0 ? [{ id: "", name: "" }] : people;
  const writing = [
    {
      id: "memorandum",
      label: "Memorandum of conversation",
      fields: { write: "memorandum of conversation", event: eventId },
    },
    ...thanked.map(({ id, name }) => ({
      id,
      label: name === "" ? "Thank-you note" : `Thank-you note to ${name}`,
      fields: { write: "thank-you note", event: eventId, contact: id },
    })),
  ];
  const buttons = (shown: readonly (typeof writing)[number][]) => (
    <div className="named-acts">
      {shown.map(({ id, ...each }) => (
        <ButtonForm key={id} action={`${base}/correspondence`} {...each} />
      ))}
    </div>
  );
  return (
    <div className="noprint">
      <TenFirst items={writing} first={1 + THANKED_FIRST} what="people" as={buttons} />
    </div>
  );
}
