import { ownerOptions } from "#app/campaign/campaigns/choices.ts";
import type { FormValues, RefusedForm } from "#app/http/form-values.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { ButtonForm, Cancel, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { promiseName } from "../follow-up.ts";
import { followUpRecord } from "../record.ts";
import type { ListedFollowUp } from "./grouped-follow-ups.ts";

/** Where the list stands: the page itself with its view, and the campaign above it. */
export type Place = { here: string; base: string; mayWrite: boolean };

export type Changing = {
  colleagues: readonly { id: string; name: string }[];
  refused: RefusedForm | null;
  kept: FormValues | null;
};

/** One promise: ticked, postponed by a week, or changed in its row. */
export function FollowUpRow({
  followUp,
  isOverdue,
  place: { here, base, mayWrite },
  changing,
}: {
  followUp: ListedFollowUp;
  isOverdue: boolean;
  place: Place;
  changing: Changing | null;
}) {
  const today = useToday();
  return (
    <li id={followUp.id}>
      <div className="follow-up-words">
        <p>{followUp.text}</p>
        <p className="note follow-up-note">
          {promiseName(followUp.promisedBy)}
          {followUp.contactName === null
            ? null
            : `${followUp.promisedBy === "us" ? " to" : ", by"} ${followUp.contactName}`}
          . Owner: {followUp.owner?.name ?? "no one"}
          {followUp.event === null ? null : (
            <>
              . From <a href={`${base}/events/${followUp.event.id}`}>{followUp.event.title}</a>,{" "}
              {formatDay(followUp.event.day, today)}
            </>
          )}
        </p>
      </div>
      <Due followUp={followUp} isOverdue={isOverdue} />
      {mayWrite && changing === null ? <Acts followUp={followUp} here={here} /> : null}
      {mayWrite && changing !== null ? (
        <ChangeForm followUp={followUp} back={here} changing={changing} />
      ) : null}
    </li>
  );
}

function Due({ followUp, isOverdue }: { followUp: ListedFollowUp; isOverdue: boolean }) {
  const { dueOn, doneAt, closed } = followUp;
  const today = useToday();
  if (doneAt !== null)
    return (
      <p>
        <State kind="ok">Done {formatDay(dateIn(new Date(doneAt), WASHINGTON), today)}</State>
      </p>
    );
  return (
    <p>
      {isOverdue ? (
        <State kind="bad">Due {formatDay(dueOn, today)}</State>
      ) : (
        <>Due {formatDay(dueOn, today)}</>
      )}
      {closed === null ? null : <span className="note"> {closed}</span>}
    </p>
  );
}

function Acts({ followUp, here }: { followUp: ListedFollowUp; here: string }) {
  const { id, text, doneAt, postponedTo } = followUp;
  const today = useToday();
  const said = <span className="visually-hidden">: {text}</span>;
  if (doneAt !== null)
    return (
      <div className="acts follow-up-acts">
        <ButtonForm label={<>Reopen{said}</>} fields={{ act: "reopen", followUp: id }} className="linklike" />
      </div>
    );
  return (
    <div className="acts follow-up-acts">
      <ButtonForm label={<>Done{said}</>} fields={{ act: "tick", followUp: id }} />
      <ButtonForm
        label={
          <>
            Postpone to {formatDay(postponedTo, today)}
            {said}
          </>
        }
        fields={{ act: "postpone", followUp: id, dueOn: postponedTo }}
        className="linklike"
      />
      <a href={`${here}${here.includes("?") ? "&" : "?"}change=${id}#${id}`}>Change{said}</a>
    </div>
  );
}

function ChangeForm({
  followUp: { id, text, owner, dueOn, version },
  back,
  changing: { colleagues, refused, kept },
}: {
  followUp: ListedFollowUp;
  back: string;
  changing: Changing;
}) {
  const typed = refused?.values ?? kept ?? followUpRecord.typed({ text, owner: owner?.id, by: dueOn });
  const choices = { owner: ownerOptions(colleagues, owner) };
  return (
    <div className="change">
      {refused?.stale ? (
        <RecordConflict
          of={followUpRecord}
          stale={refused.stale}
          mine={typed}
          choices={choices}
          keepTheirs={back}
        />
      ) : null}
      <FormFrame
        id={`change-${id}`}
        className="form in-a-row"
        version={Number(typed.version?.[0] ?? version)}
      >
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="followUp" value={id} />
        <Fields of={followUpRecord} values={typed} errors={refused?.errors ?? {}} choices={choices} />
        <div className="save">
          <Submit look="primary">Save</Submit>
          <Cancel to={back} />
        </div>
      </FormFrame>
    </div>
  );
}
