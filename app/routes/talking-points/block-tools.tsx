import type { Block } from "#app/domain/talking-points/talking-points.ts";
import { typedValue } from "#app/http/form-values.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import type { PaperView } from "./paper-view.server.ts";
import { type TypedForm, typedIn } from "./typed-form.ts";

type Props = { block: Block; view: PaperView; typed: TypedForm | null };

/** The forms of one block: its place, its words, its sources. */
export function BlockTools({
  block,
  view,
  typed,
  isFirst,
  isLast,
}: Props & { isFirst: boolean; isLast: boolean }) {
  const words = typedIn(typed, `save-the-wording-${block.id}`);
  const fields = { block: block.id };
  return (
    <>
      <details open={words !== null}>
        <summary>
          Edit wording<span className="vh">: {opening(block.text)}</span>
        </summary>
        <WordsForm block={block} view={view} typed={words} />
      </details>
      <details>
        <summary>
          Sources<span className="vh"> of: {opening(block.text)}</span>
        </summary>
        <SourceForms block={block} view={view} />
      </details>
      {isFirst ? null : (
        <ButtonForm
          action="?"
          label="Move up"
          className="linklike"
          fields={{ ...fields, intent: "move", direction: "up" }}
        />
      )}
      {isLast ? null : (
        <ButtonForm
          action="?"
          label="Move down"
          className="linklike"
          fields={{ ...fields, intent: "move", direction: "down" }}
        />
      )}
      <ButtonForm
        action="?"
        label="Remove"
        className="linklike"
        version={view.paper.blockVersions[block.id] ?? null}
        fields={{ ...fields, intent: "remove" }}
      />
    </>
  );
}

function WordsForm({ block, view, typed }: Props) {
  const version = view.paper.blockVersions[block.id] ?? 1;
  const errors = typed?.errors ?? {};
  return (
    <FormFrame
      id={`save-the-wording-${block.id}`}
      action="?"
      version={Number(typedValue(typed?.values, "version", String(version)))}
    >
      <input type="hidden" name="intent" value="save the wording" />
      <input type="hidden" name="block" value={block.id} />
      {block.section === "if raised" || block.heading !== "" ? (
        <TextInput
          name="heading"
          label="What they raise"
          optional
          value={typedValue(typed?.values, "heading", block.heading)}
          error={errors.heading}
        />
      ) : null}
      <TextArea
        name="text"
        label="Words"
        rows={5}
        value={typedValue(typed?.values, "text", block.text)}
        error={errors.text}
      />
      <button type="submit" className="btn">
        Save
      </button>
    </FormFrame>
  );
}

function SourceForms({ block, view }: Omit<Props, "typed">) {
  const cited = block.footnotes.map((footnote) => footnote.proofPointId);
  const others = view.proofPoints.filter((one) => !cited.includes(one.id));
  return (
    <>
      {block.footnotes.map((footnote) => (
        <div className="source" key={footnote.proofPointId}>
          {footnote.code}. {footnote.claim}{" "}
          <ButtonForm
            action="?"
            label={`Take ${footnote.code} away`}
            className="linklike"
            fields={{ intent: "take the source away", block: block.id, proofPoint: footnote.proofPointId }}
          />
        </div>
      ))}
      {others.length === 0 ? null : (
        <FormFrame id={`cite-${block.id}`} action="?" className="cite">
          <input type="hidden" name="intent" value="cite" />
          <input type="hidden" name="block" value={block.id} />
          <Select
            name="proofPoint"
            label="Attach a source"
            options={others.map(({ id, code, claim }) => ({
              value: id,
              label: `${code}. ${opening(claim)}`,
            }))}
          />
          <button type="submit" className="btn">
            Attach
          </button>
        </FormFrame>
      )}
    </>
  );
}

/** Enough of a text to know it by. */
function opening(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 70).trimEnd()}…`;
}
