import { AudienceOffers } from "#app/campaign/contacts/audience-offers.tsx";
import { isUseful } from "#app/campaign/contacts/audiences-of-contact.ts";
import { WarningLines } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import type { Warning } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { formatDuration } from "#app/time/format.ts";
import { Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import type { PlanPreview } from "../plan-preview.server.ts";
import { GoingAheadField, TermsFields, TimeFields, WhatFields, WhoFields } from "./event-form.tsx";
import { ParticipantFields } from "./participant-fields.tsx";
import type { SentPlan } from "./plan-action.server.ts";
import { PlanLine, Reading } from "./plan-line.tsx";
import type { PlanPage } from "./plan-page.server.ts";
import { RepeatFields } from "./repeat-fields.tsx";

type Refused = SentPlan | null;

/** The line, what it was understood to say, and every field of the event; one form, so that each is kept with the others. */
export function PlanForm({ page, refused }: { page: PlanPage; refused: Refused }) {
  const address = addressOf.newEvent(page.campaignId);
  const values = refused?.values ?? page.values;
  const errors: FieldErrors = refused?.errors ?? page.preview.errors;
  const fields = { values, errors, choices: page.choices };
  const { preview, people, digest } = refused ?? page;
  return (
    <FormFrame id="plan" action={address} className="form plan-form" data-read-live>
      <PlanLine
        line={typedValue(values, "line", page.line)}
        error={page.lineError}
        start={typedValue(values, "start-from", page.start)}
        action={address}
        isFirst={refused === null}
      />
      <p role="status" className="visually-hidden" data-said />
      <Reading reading={(refused ?? page).reading} when={preview.when} action={address} />
      <When page={page} preview={preview} values={values} />
      <div className="plan-fields">
        <div data-renewed="what" className="form-part">
          <WhatFields {...fields} />
        </div>
        <div data-renewed="time" className="form-part">
          <TimeFields {...fields} />
          <input type="hidden" name="length" value={typedValue(values, "length", "")} />
        </div>
        <div data-renewed="repeat" className="form-part">
          <RepeatFields values={values} errors={errors} />
        </div>
        <div data-renewed="who" className="form-part">
          <WhoFields {...fields} campaignId={page.campaignId} />
        </div>
        <div data-renewed="people">
          <ParticipantFields people={people} action={address} />
          <AudienceOffers offers={people.offers} chosen={values} />
        </div>
        <div data-renewed="terms" className="form-part">
          <TermsFields {...fields} />
        </div>
      </div>
      <div className="plan-end">
        <ToOffers refused={refused} />
        <PlanWarnings
          warnings={preview.warnings}
          digest={digest}
          values={values}
          errors={errors}
          isAnswer={refused !== null && preview.warnings.length > 0}
        />
        <Ends page={page} values={values} />
      </div>
    </FormFrame>
  );
}

/** When it is on both clocks; without a day, the offer to keep it for later. */
function When({ page, preview, values }: { page: PlanPage; preview: PlanPreview; values: FormValues }) {
  const { wish, campaignId } = page;
  const wishId = typedValue(values, "wish", "");
  const length = Number(typedValue(values, "length", "0"));
  const isWithoutDay = typedValue(values, "date", "").trim() === "";
  return (
    <div data-renewed="when" className="plan-when">
      {wishId === "" ? null : <input type="hidden" name="wish" value={wishId} />}
      {wish === null ? null : (
        <p>
          This will schedule <a href={addressOf.wish(campaignId, wish.id)}>{wish.title}</a>
        </p>
      )}
      {preview.when === null ? null : <p className="plan-day">{preview.when}</p>}
      {preview.warnings.length === 0 ? null : (
        <p className="to-warnings">
          <a href="#plan-warnings">
            {preview.warnings.length === 1
              ? "One point to note before it is planned"
              : `${preview.warnings.length} points to note before it is planned`}
          </a>
        </p>
      )}
      {preview.notes.map((note) => (
        <p key={note} className="note">{`${note}.`}</p>
      ))}
      {isWithoutDay && wishId === "" && typedValue(values, "title", "") !== "" ? (
        <p>
          {length > 0 ? `${formatDuration(length)}, no day yet. ` : "No day yet. "}
          <input type="hidden" name="bestBy" value={typedValue(values, "bestBy", "")} />
          <button type="submit" formAction={addressOf.newWish(campaignId)} className="button">
            Keep it unscheduled
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Ends({ page, values }: { page: PlanPage; values: FormValues }) {
  return (
    <div className="save">
      <button type="submit" className="button primary large" data-pending="Planning…" data-save>
        Plan the event
      </button>
      <Cancel
        to={
          typedValue(values, "wish", "") === ""
            ? addressOf.calendar(page.campaignId)
            : `${addressOf.calendar(page.campaignId)}?view=to-place`
        }
      />
    </div>
  );
}

/** Where a plan that came back asks for which audience a reception counts. */
function ToOffers({ refused }: { refused: Refused }) {
  if (refused === null || Object.keys(refused.errors).length > 0) return null;
  const { people, preview } = refused;
  if (!people.offers.some(isUseful)) return null;
  const focus = preview.warnings.length > 0 ? {} : { "data-focus": "", "data-answer": "", tabIndex: -1 };
  return (
    <p role="alert" {...focus}>
      Not planned yet: <a href="#audience-offers">say which audience the ratings count for</a>, or plan it as
      it is.
    </p>
  );
}

/** What speaks against the plan, and the field for why it goes ahead. `digest` says that they were shown. */
function PlanWarnings({
  warnings,
  digest,
  values,
  errors,
  isAnswer,
}: {
  warnings: readonly Warning[];
  digest: string;
  values: FormValues;
  errors: FieldErrors;
  /** The form was sent, and comes back once with these. */
  isAnswer: boolean;
}) {
  const answer = isAnswer ? { "data-focus": "", "data-answer": "", tabIndex: -1, role: "alert" } : {};
  return (
    <>
      <div data-renewed="warnings" id="plan-warnings" className="plan-warnings" {...answer}>
        {warnings.length === 0 ? null : (
          <>
            <h2>Before it is planned</h2>
            <WarningLines warnings={warnings} />
            {isAnswer ? <p className="note">Say why it should go ahead, or plan it as it is.</p> : null}
          </>
        )}
        <input type="hidden" name="seen" value={digest} />
      </div>
      <div data-renewed="going-ahead" hidden={warnings.length === 0 && !values.goingAheadReason?.[0]}>
        <GoingAheadField values={values} errors={errors} />
      </div>
    </>
  );
}
