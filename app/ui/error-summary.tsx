import { useContext } from "react";
import { FormId, fieldId } from "./field.tsx";

/**
 * "There is a problem", with a link to each field in words that stand at the field too.
 * An error under the name "" belongs to the whole form and is no link. Shows nothing where nothing is wrong.
 */
export function ErrorSummary({
  errors,
  form,
}: {
  errors: Readonly<Record<string, string>> | null | undefined;
  /** The `id` of the FormFrame that the fields stand in, where a page has several forms. */
  form?: string;
}) {
  const inside = useContext(FormId);
  const list = Object.entries(errors ?? {});
  if (list.length === 0) return null;
  return (
    <div className="err" role="alert" tabIndex={-1} aria-labelledby="problem" data-focus>
      <h2 id="problem">There is a problem</h2>
      <ul>
        {list.map(([name, words]) => (
          <li key={name}>
            {name === "" ? words : <a href={`#${fieldId(form ?? inside, name)}`}>{words}</a>}
          </li>
        ))}
      </ul>
      <p className="note">Nothing is lost. Your answers are below.</p>
    </div>
  );
}
