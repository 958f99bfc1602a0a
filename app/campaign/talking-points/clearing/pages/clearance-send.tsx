import { ASKS, ASKS_IN_WORDS, whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { explainSilence } from "#app/campaign/clearances/due.ts";
import { barredFrom } from "#app/campaign/clearances/own-draft.ts";
import {
  explainAskingRefusal,
  type OfferedDesk,
  refuseDesk,
} from "#app/campaign/clearances/who-must-clear.ts";
import { typedValue } from "#app/http/form-values.ts";
import { formatDayWithYear, twoClocks } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { useHomeZone } from "#app/ui/two-clocks.tsx";
import { type TypedForm, typedIn } from "../../pages/paper-acts.ts";
import type { PaperView } from "../../pages/paper-view.server.ts";

type Props = { view: PaperView; typed: TypedForm | null };

const FORM = "send-for-clearance";

/** Whether the paper may be sent to the desks now: drafted, returned or changed, and not cleared as it stands. */
export function canBeSent({ mayWrite, paper, status, clearance }: PaperView): boolean {
  if (!mayWrite || paper.stage === "used" || status.status === "cleared") return false;
  return paper.stage !== "sent for clearance" || clearance.isSentTextAnother;
}

/** The one click that sends the paper with what is set for its desks. */
export function SendForClearance({ view }: { view: PaperView }) {
  const isDifference = view.status.status === "changed since clearance";
  const label = isDifference ? "Send only the changes" : sendLabel(view);
  const fields = { intent: "send for clearance", ...(isDifference ? { only: "the difference" } : {}) };
  return <ButtonForm action="?" label={label} fields={fields} className="button primary" />;
}

function sendLabel({ clearance }: PaperView): string {
  return clearance.isSentTextAnother ? "Send again" : "Send for clearance";
}

/** Who must agree with this paper, and by when, where it should be another way than usual. */
export function WhoMustAgree({ view, typed }: Props) {
  if (!canBeSent(view)) return null;
  const mine = typedIn(typed, FORM);
  const isDifference = view.status.status === "changed since clearance";
  return (
    <details open={mine !== null} className="agree">
      <summary>Who must agree</summary>
      <p className="note">
        The embassy must agree first; all other desks are then asked at the same time. A copy for information
        needs no answer.
        {view.clearance.silenceIsAgreement
          ? " Silence counts as agreement only if the desk has a full working day between being asked and its deadline."
          : ""}
      </p>
      <FormFrame id={FORM} action="?">
        <input type="hidden" name="intent" value="send for clearance" />
        {view.clearance.offered.map((offered, index) => (
          <DeskFields key={offered.desk.id} offered={offered} index={index} view={view} typed={mine} />
        ))}
        {isDifference ? (
          <p>
            <label>
              <input type="checkbox" name="only" value="the difference" defaultChecked /> Only the changes
              since clearance
            </label>
          </p>
        ) : null}
        <Submit>{isDifference ? "Send" : sendLabel(view)}</Submit>
      </FormFrame>
    </details>
  );
}

function DeskFields({ offered, index, view, typed }: Props & { offered: OfferedDesk; index: number }) {
  const { desk, asks, dueAt } = offered;
  const { silenceIsAgreement, draft } = view.clearance;
  const refusal = refuseDesk(desk, { offered: view.clearance.offered, draft, now: view.now });
  const asked = {
    side: desk.side,
    kind: "talking points",
    desk,
    dueAt,
    askedAt: view.now,
    silenceIsAgreement,
  };
  const silence = explainSilence(asked);
  const homeZone = useHomeZone();
  const name = (field: string) => `desks[${index}].${field}`;
  const value = (field: string, usual: string) => typedValue(typed?.values, name(field), usual);
  return (
    <fieldset>
      <legend>
        {desk.name} <span className="note">{whoInWords(offered, view)}</span>
      </legend>
      <input type="hidden" name={name("desk")} value={desk.id} />
      <Select
        name={name("asks")}
        label="Role in clearance"
        value={value("asks", asks)}
        error={typed?.errors[name("asks")]}
        options={ASKS.map((ask) => ({ value: ask, label: ASKS_IN_WORDS[ask] }))}
      />
      <TextInput
        name={name("due")}
        label="Due, Washington time"
        optional
        hint={
          dueAt === null ? "For example, 12 Nov 2026, 12:00" : otherClock(dueAt, offered, view.now, homeZone)
        }
        value={value("due", dueAt === null ? "" : dueInWords(dueAt))}
        error={typed?.errors[name("due")]}
      />
      {refusal === null ? null : <p className="note">{explainAskingRefusal(refusal)}</p>}
      {silence === "" ? null : <p className="note">{silence}</p>}
    </fieldset>
  );
}

function whoInWords({ desk }: OfferedDesk, { now, clearance }: PaperView): string {
  const asked = whoIsAsked(desk, now, barredFrom(clearance.draft));
  switch (asked.asked) {
    case "anybody":
      return asked.people.map(({ name }) => name).join(" or ");
    case "holder":
      return `${asked.people[0].name}${asked.isAway ? ", away" : ""}`;
    case "deputy":
      return `${asked.people[0].name} for ${asked.instead}`;
    case "nobody":
      return "no one can answer";
  }
}

/** The same time by the desk's own clock; by the ministry's for a desk in Washington. */
function otherClock(dueAt: Date, { desk }: OfferedDesk, now: Date, homeZone: Zone): string {
  const zone = desk.zone === WASHINGTON ? homeZone : desk.zone;
  return twoClocks(dueAt, zone, dateIn(now, WASHINGTON)).home;
}

function dueInWords(dueAt: Date): string {
  return `${formatDayWithYear(dateIn(dueAt, WASHINGTON))}, ${timeIn(dueAt, WASHINGTON)}`;
}
