import { StaleEvidence } from "#app/campaign/messages/proof-points/proof-point-table.tsx";
import { staleEvidence } from "#app/campaign/messages/proof-points/review-of-proof-point.ts";
import { unmarkedFootnotes } from "#app/campaign/paper-text/footnotes.ts";
import type { Block } from "#app/campaign/paper-text/paper.ts";
import { typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { opening } from "./opening.ts";
import type { PaperView } from "./paper-view.server.ts";
import type { TypedForm } from "./typed-form.ts";

/** The sources of a block, and a form to attach one more to the whole of it. */
export function BlockSources({
  block,
  typed,
  today,
}: {
  block: Block;
  typed: TypedForm | null;
  today: string;
}) {
  const unmarked = unmarkedFootnotes(block);
  return (
    <details open={typed !== null}>
      <summary>
        Sources<span className="vh"> of: {opening(block.text)}</span>
      </summary>
      {block.footnotes.map((footnote) => (
        <div className="source" key={footnote.proofPointId}>
          {footnote.code}. {footnote.claim} <StaleEvidence evidence={[footnote]} today={today} />{" "}
          {unmarked.includes(footnote) ? (
            <ButtonForm
              action="?"
              label={`Take ${footnote.code} away`}
              className="linklike"
              fields={{ intent: "take the source away", block: block.id, proofPoint: footnote.proofPointId }}
            />
          ) : (
            <span className="note">Its mark stands in the words.</span>
          )}
        </div>
      ))}
      <FormFrame id={`cite-${block.id}`} action="?" className="cite">
        <input type="hidden" name="intent" value="cite" />
        <input type="hidden" name="block" value={block.id} />
        <TextInput
          name="code"
          label="Attach a source"
          list="proof-points"
          autoComplete="off"
          placeholder="P3"
          value={typedValue(typed?.values, "code", "")}
          error={typed?.errors.code}
        />
        <button type="submit" className="btn">
          Attach
        </button>
      </FormFrame>
    </details>
  );
}

/** The proof points of the campaign by code: offered wherever one is typed. */
export function ProofPointChoices({ choices, today }: { choices: PaperView["proofPoints"]; today: string }) {
  return (
    <datalist id="proof-points">
      {choices.map((choice) => (
        <option key={choice.id} value={choice.code}>
          {[...staleEvidence([choice], today), opening(choice.claim)].join(". ")}
        </option>
      ))}
    </datalist>
  );
}
