import type { FormValues } from "#app/http/form-values.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { DaysPlan } from "./days-plan.tsx";
import type { ShownPlan } from "./shown-plan.server.ts";

/** What a change would do to days of which something is known already, and the button that does just that. */
export function ConfirmDays({ plan, values, leave }: { plan: ShownPlan; values: FormValues; leave: string }) {
  const carried = Object.entries(values).filter(([name]) => !["shown", "older", "submission"].includes(name));
  return (
    <section className="days-plan" aria-labelledby="confirm">
      <h2 id="confirm">Something is known of these days already. Nothing is saved yet.</h2>
      <DaysPlan plan={plan} />
      <FormFrame id="confirm-days">
        {carried.map(([name, [value = ""]]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TakeOlder plan={plan} />
        <input type="hidden" name="shown" value={plan.name} />
        <p className="save">
          <button type="submit" className="btn primary">
            Save exactly this
          </button>
          <a href={leave}>Leave it</a>
        </p>
      </FormFrame>
    </section>
  );
}

/** Asks for the earlier word where a later one is known; not ticked by itself. */
export function TakeOlder({ plan: { older } }: { plan: ShownPlan }) {
  if (older.length === 0) return null;
  return (
    <div className="choice">
      <label>
        <input type="checkbox" name="older" value="yes" />
        <span>Take the earlier word too, over what is known from a later day</span>
      </label>
    </div>
  );
}
