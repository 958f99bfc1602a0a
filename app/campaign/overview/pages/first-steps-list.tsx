import { addressOf } from "#app/http/addresses.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { FirstStep } from "../first-steps.ts";

/** What a campaign needs before it works, each step ticked by the records, with the page on which it is done. */
export function FirstStepsList({
  steps,
  campaignId,
  isAdministrator,
}: {
  steps: readonly FirstStep[];
  campaignId: string;
  isAdministrator: boolean;
}) {
  return (
    <ol className="first-steps">
      {steps.map(({ title, isDone, words, act }) => (
        <li key={title}>
          <State kind={isDone ? "ok" : "off"}>{isDone ? "Done" : "To do"}</State>
          <span>
            <b>{title}.</b> {words}
          </span>
          {isDone ? null : act.isAdministrators && !isAdministrator ? (
            <span className="note">An administrator does this.</span>
          ) : (
            <a
              href={
                act.isAdministrators
                  ? `${act.path}?campaign=${campaignId}`
                  : `${addressOf.overview(campaignId)}${act.path}`
              }
            >
              {act.label}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The list on the overview, until all is done or somebody hides it. */
export function FirstSteps({
  steps,
  campaignId,
  isAdministrator,
}: {
  steps: readonly FirstStep[];
  campaignId: string;
  isAdministrator: boolean;
}) {
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section className="noprint" aria-labelledby="first-steps">
      <h2 id="first-steps">
        First steps{" "}
        <span className="more">
          {done} of {steps.length} done
        </span>
      </h2>
      <FirstStepsList steps={steps} campaignId={campaignId} isAdministrator={isAdministrator} />
      <ButtonForm
        action={addressOf.firstSteps(campaignId)}
        label="Hide this list"
        fields={{ hidden: "yes" }}
      />
    </section>
  );
}
