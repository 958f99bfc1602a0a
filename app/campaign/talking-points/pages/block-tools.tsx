import type { Block } from "#app/campaign/paper-text/paper.ts";
import { typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { BlockSources, opening } from "./block-sources.tsx";
import { MarkedField } from "./head-fields.tsx";
import { type TypedForm, typedIn } from "./paper-acts.ts";
import type { PaperView } from "./paper-view.server.ts";

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
          Edit wording<span className="visually-hidden">: {opening(block.text)}</span>
        </summary>
        <WordsForm block={block} view={view} typed={words} />
      </details>
      <BlockSources block={block} typed={typedIn(typed, `cite-${block.id}`)} />
      {isFirst ? null : <MoveButton block={block} direction="up" />}
      {isLast ? null : <MoveButton block={block} direction="down" />}
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

function MoveButton({ block, direction }: { block: Block; direction: "up" | "down" }) {
  const fields = { intent: "move", block: block.id, direction };
  return <ButtonForm action="?" label={`Move ${direction}`} className="linklike" fields={fields} />;
}

function WordsForm({ block, view, typed }: Props) {
  const version = view.paper.blockVersions[block.id] ?? 1;
  const errors = typed?.errors ?? {};
  return (
    <FormFrame
      id={`save-the-wording-${block.id}`}
      action="?"
      version={Number(typedValue(typed?.values, "version", String(version)))}
      data-saved-as-typed=""
    >
      <input type="hidden" name="intent" value="save the wording" />
      <input type="hidden" name="block" value={block.id} />
      {block.section === "if raised" || block.heading !== "" ? (
        <TextInput
          name="heading"
          label={block.section === "if raised" ? "What they raise" : "Heading"}
          optional
          value={typedValue(typed?.values, "heading", block.heading)}
          error={errors.heading}
        />
      ) : null}
      <MarkedField value={typedValue(typed?.values, "text", block.text)} error={errors.text} />
      <Submit>Save</Submit>
    </FormFrame>
  );
}
