import { DesksAsked, dueInWords } from "#app/campaign/clearances/desks-asked.tsx";
import { explainOwnDraft } from "#app/campaign/clearances/own-draft.ts";
import { type RefusedForm, typedValue } from "#app/http/form-values.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { LetterPage } from "./letter.tsx";

type Props = { page: LetterPage; refused: RefusedForm | undefined; here: string };

/** Whether the cable is cleared, who was asked, and what this reader can do about it. */
export function CableClearance({ page, refused, here }: Props) {
  const { clearance, newest, mayWrite } = page;
  const chosen = refused !== undefined && choosesDesks(refused) ? refused : null;
  const open = clearance.round.filter(({ answer }) => answer === null);
  return (
    <section aria-labelledby="clearance" className="noprint">
      <h2 id="clearance">Clearance</h2>
      <p>
        <State kind={clearance.status === "cleared" ? "ok" : "warn"}>{clearance.line}</State>
      </p>
      {clearance.round.length === 0 ? null : (
        <ul>
          {clearance.round.map(({ id, desk, answer, answeredBy, reason, dueAt }) => (
            <li key={id}>
              {desk.name}: {answerInWords(answer, answeredBy, reason)}
              {answer === null && dueAt !== null ? `, due ${dueInWords(dueAt)} in Washington` : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && clearance.status !== "cleared" && open.length === 0 ? (
        <>
          <ButtonForm
            action={here}
            label={`Send version ${newest.number} for clearance`}
            fields={{ intent: "send", shownWords: newest.wordsId }}
          />
          <DesksAsked
            asking={clearance.asking}
            typed={chosen}
            form={{ id: "send", action: here }}
            submit={`Send version ${newest.number}`}
          >
            <ErrorSummary errors={chosen?.errors} form="send" />
            <input type="hidden" name="intent" value="send" />
            <input type="hidden" name="shownWords" value={newest.wordsId} />
          </DesksAsked>
        </>
      ) : null}
      {clearance.isOwnDraft ? <p className="note">{explainOwnDraft("part of this cable")}.</p> : null}
      {open
        .filter(({ id }) => clearance.mine.includes(id))
        .map((request, at) => (
          <div key={request.id}>
            <ButtonForm
              action={here}
              label={`Clear version ${newest.number} for the ${request.desk.name}`}
              fields={{ intent: "clear", request: request.id, shownWords: newest.wordsId }}
              className="button primary"
            />
            <ReturnForm request={request.id} isFirst={at === 0} refused={refused} here={here} />
          </div>
        ))}
    </section>
  );
}

/** Whether a form that came back is the one in which desks are chosen. */
export function choosesDesks({ values }: RefusedForm): boolean {
  return values["desks[0].desk"] !== undefined;
}

function answerInWords(answer: string | null, by: string | null, reason: string): string {
  if (answer === null) return "asked";
  if (answer === "cleared") return `cleared by ${by ?? "silence"}`;
  return answer === "returned" ? `returned: ${reason}` : "no longer asked";
}

function ReturnForm({
  request,
  isFirst,
  refused,
  here,
}: Omit<Props, "page"> & { request: string; isFirst: boolean }) {
  const mine =
    refused?.values.request?.[0] === request && refused.values.intent?.[0] === "return" ? refused : null;
  const id = isFirst ? "return" : `return-${request}`;
  return (
    <details open={mine !== null}>
      <summary>Return with reasons</summary>
      <ErrorSummary errors={mine?.errors} form={id} />
      <FormFrame id={id} action={here}>
        <input type="hidden" name="intent" value="return" />
        <input type="hidden" name="request" value={request} />
        <TextArea
          name="reasons"
          label="What should change"
          value={typedValue(mine?.values, "reasons", "")}
          error={mine?.errors.reasons}
          rows={3}
        />
        <Submit>Return</Submit>
      </FormFrame>
    </details>
  );
}
