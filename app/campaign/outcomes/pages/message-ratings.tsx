import { typedValue } from "#app/http/form-values.ts";
import type { Parts } from "./form-state.ts";
import { isSplit, MessageRating } from "./message-rating.tsx";
import { ratingField } from "./outcome-fields.ts";

/** How each message was received: the planned ones, and on request the others of the campaign. */
export function MessageRatings({ parts, action }: { parts: Parts; action: string }) {
  const { event, messages } = parts.form;
  if (event.audiences.length === 0)
    return <NobodyToRateFor editTo={`/c/${event.campaignId}/events/${event.id}/edit`} />;
  return (
    <fieldset className="q">
      <legend>How was each message received?</legend>
      <p className="hint">
        For the room. 0 is politeness; +2 is an act: they use our words, ask to repeat them, or sign.
      </p>
      {messages
        .filter(({ isPlanned }) => isPlanned)
        .map((message) => (
          <MessageRating key={message.id} message={message} parts={parts} action={action} />
        ))}
      <OtherMessages parts={parts} action={action} />
    </fieldset>
  );
}

function OtherMessages({ parts, action }: { parts: Parts; action: string }) {
  const { messages } = parts.form;
  const others = messages.filter(({ isPlanned }) => !isPlanned);
  if (others.length === 0) return null;
  const isNonePlanned = others.length === messages.length;
  const isRated = others.some(
    ({ id }) => typedValue(parts.values, ratingField(id), "") !== "" || isSplit(parts, id),
  );
  return (
    <details className="fold" open={isRated || isNonePlanned}>
      <summary>{isNonePlanned ? "No message was planned" : "Another message came up"}</summary>
      {others.map((message) => (
        <MessageRating key={message.id} message={message} parts={parts} action={action} />
      ))}
    </details>
  );
}

function NobodyToRateFor({ editTo }: { editTo: string }) {
  return (
    <div className="q">
      <p className="note">
        The event is for no audience, so a reception would count for nobody.{" "}
        <a href={editTo}>Add its audience</a> first to rate messages.
      </p>
    </div>
  );
}
