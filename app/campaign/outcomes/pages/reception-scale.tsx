import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { receptionWord, SCORES } from "#app/method/reception.ts";
import { fieldId } from "#app/ui/field.tsx";
import { signed } from "#app/ui/marks.tsx";

/** Five steps and "Not raised". The first carries the name's id, so that the error summary leads to it. */
export function Scale({ name, values }: { name: string; values: FormValues }) {
  const id = fieldId("", name);
  const chosen = typedValue(values, name, "");
  return (
    <div className="scale">
      <div className="sc">
        {SCORES.map((score, index) => (
          <label key={score}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={score}
              defaultChecked={chosen === String(score)}
            />
            <b>{signed(score)}</b>
            {receptionWord(score)}
          </label>
        ))}
      </div>
      <label className="nr">
        <input type="radio" name={name} value="not raised" defaultChecked={chosen === "not raised"} />
        Not raised
      </label>
    </div>
  );
}

/** What is wrong with a rating, at its place. */
export function Wrong({ id, words }: { id: string; words: string }) {
  return (
    <p className="emsg" id={`${id}-error`}>
      <span className="vh">Error: </span>
      {words}
    </p>
  );
}
