import { counted } from "#app/text/in-words.ts";
import { unbroken } from "#app/ui/marked-text.tsx";
import { RangePlot } from "#app/ui/range-plot.tsx";
import type { EffectivenessView } from "../../pages/effectiveness-view.server.ts";

/** How one message is received by the wording in which it was said, and the other messages one step away. */
export function WordingsUsed({ view }: { view: EffectivenessView }) {
  const { wordings } = view;
  if (wordings === null) return null;
  const { number, title, ratings, recorded, labels } = wordings;
  const figures = wordings.wordings.map(({ key, figure }, at) => ({ key, label: labels[at] ?? "", figure }));
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">
        Wordings of message {number}: {unbroken(title)}
      </h2>
      {figures.length === 0 ? (
        <p className="empty">No rating records the wording used.</p>
      ) : (
        <>
          <RangePlot about="Said" figures={figures} />
          <p className="note">
            Bars show the 90&nbsp;% likely range. The wording was recorded in {recorded} of{" "}
            {counted(ratings, "rating")}. Wordings were not tried on the same people, so this is a lead to
            test, not a result.
          </p>
        </>
      )}
      <OtherMessages view={view} current={number} />
    </section>
  );
}

function OtherMessages({ view, current }: { view: EffectivenessView; current: number }) {
  const others = view.byMessage.filter(
    ({ message, figure }) => message.number !== current && figure.notes > 0 && !message.isRetired,
  );
  if (others.length === 0) return null;
  return (
    <p className="small noprint">
      Wordings of{" "}
      {others.map(({ message }, at) => (
        <span key={message.id}>
          {at === 0 ? "" : ", "}
          <a href={`${searchFor(view, message.number)}#wordings`}>message {message.number}</a>
        </span>
      ))}
    </p>
  );
}

function searchFor({ asked }: EffectivenessView, number: number): string {
  const day = asked.isToday ? {} : { on: asked.typed, known: asked.knowledge };
  return `?${new URLSearchParams({ ...day, wordings: String(number) })}`;
}
