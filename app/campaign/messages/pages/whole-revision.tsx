import type { MessageText } from "../message-revision.ts";

/** Every word of a revision, as a clearer reads it. */
export function WholeRevision({ revision }: { revision: MessageText }) {
  const { title, statement, talkingPoint, avoid, note } = revision;
  const parts = [
    ["Title", title],
    ["Statement", statement],
    ["Talking point", talkingPoint],
    ["Avoid", avoid],
    ["Note", note],
  ] as const;
  return (
    <dl className="facts">
      {parts
        .filter(([, text]) => text !== "")
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="prewrap point">{text}</dd>
          </div>
        ))}
    </dl>
  );
}
