import { typedValue, typedValues } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import type { KnownObjection } from "../objections-heard.ts";
import type { Parts } from "./form-state.ts";

/** Objections to tick, those that these audiences are known for first; each ticked one says whether it was answered. */
export function ObjectionsHeard({
  parts,
  objections: { first, others },
}: {
  objections: { first: readonly KnownObjection[]; others: readonly KnownObjection[] };
  parts: Parts;
}) {
  const { values, errors } = parts;
  const ticked = typedValues(values, "objections", []);
  const text = typedValue(values, "newObjection", "");
  const error = errors.newObjection;
  return (
    <fieldset className="q">
      <legend>
        What did they object to? <span className="opt">Optional</span>
      </legend>
      {errors.objections ? <p className="emsg">{errors.objections}</p> : null}
      <Ticks objections={first} parts={parts} />
      {others.length === 0 ? null : (
        <details className="fold" open={others.some(({ id }) => ticked.includes(id))}>
          <summary>Other objections of the campaign</summary>
          <Ticks objections={others} parts={parts} />
        </details>
      )}
      <details className="fold" open={text !== "" || error !== undefined}>
        <summary>Something new</summary>
        <TextInput
          name="newObjection"
          label={<span className="vh">What they said against it</span>}
          hint="One sentence, as they said it"
          value={text}
          error={error}
        />
      </details>
    </fieldset>
  );
}

function Ticks({ objections, parts: { values } }: { objections: readonly KnownObjection[]; parts: Parts }) {
  const ticked = typedValues(values, "objections", []);
  const answered = typedValues(values, "answered", []);
  return (
    <div className="tog half objections">
      {objections.map(({ id, name }) => (
        <div key={id}>
          <label>
            <input type="checkbox" name="objections" value={id} defaultChecked={ticked.includes(id)} />
            <span>{name}</span>
          </label>
          <label className="answered">
            <input type="checkbox" name="answered" value={id} defaultChecked={answered.includes(id)} />
            <span>
              We answered it<span className="vh">: {name}</span>
            </span>
          </label>
        </div>
      ))}
    </div>
  );
}
