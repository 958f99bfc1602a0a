import { clearedLine } from "#app/campaign/clearances/stage.ts";
import { blocksOf, SECTION_TITLES, SECTIONS, type Section } from "#app/campaign/paper-text/paper.ts";
import { typedValue } from "#app/http/form-values.ts";
import { sentence } from "#app/text/sentences.ts";
import { dayInProse } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import { PaperSources, ProofPointChoices } from "./block-sources.tsx";
import { HeadFields, MarkedField } from "./head-fields.tsx";
import { type TypedForm, typedIn } from "./paper-acts.ts";
import { PaperBlock } from "./paper-block.tsx";
import type { PaperView } from "./paper-view.server.ts";

type Props = { view: PaperView; typed: TypedForm | null };

/** The paper itself, with the tools to change it. */
export function PaperDocument({ view, typed }: Props) {
  return (
    <article className="paper-document" aria-label="Talking points">
      <DocumentHead view={view} typed={typed} />
      {SECTIONS.map((section) => (
        <PaperSection key={section} section={section} view={view} typed={typed} />
      ))}
      <PaperSources view={view} />
      {view.mayEdit ? <ProofPointChoices choices={view.proofPoints} /> : null}
    </article>
  );
}

function DocumentHead({ view, typed }: Props) {
  const { paper, event, versions, status } = view;
  const { title, speaker, ask, objective } = paper.text;
  const [latest] = versions;
  const homeZone = useHomeZone();
  const today = useToday();
  return (
    <header id="head">
      <p className="paper-marking" data-renewed="standing">
        <span>{paper.handling}</span>
        <span>
          {latest === undefined ? "No version sent yet." : `Version ${latest.number}.`}{" "}
          <b>{view.mark ?? "CLEARED"}</b>
        </span>
      </p>
      <h1 data-renewed="title">Talking points: {title}</h1>
      <p>
        {event === null ? null : `${dayInProse(dateIn(event.startsAt, WASHINGTON), today)}. `}
        {speaker === "" ? "No speaker yet." : sentence(`Speaker: ${speaker}`)}
      </p>
      <p>{ask === "" ? "No ask yet." : `Ask: ${ask}`}</p>
      {objective === "" ? null : <p>Objective: {objective}</p>}
      {status.status === "draft" ? null : (
        <p className="note">{clearedLine(status.clearance, homeZone, today)}</p>
      )}
      {view.mayEdit ? <HeadForm view={view} typed={typedIn(typed, "save-the-head")} /> : null}
      {paper.stage === "used" ? <WasUsed view={view} /> : null}
    </header>
  );
}

function WasUsed({ view }: { view: PaperView }) {
  return (
    <div className="block-tools">
      <span className="note">The paper has been used, so its words can no longer be changed.</span>
      {view.mayWrite ? (
        <ButtonForm
          action="?"
          label="Start a new version"
          className="linklike"
          fields={{ intent: "start a new version" }}
        />
      ) : null}
    </div>
  );
}

function HeadForm({ view: { paper }, typed }: Props) {
  const { blocks: _, ...words } = paper.text;
  return (
    <details className="block-tools" open={typed !== null}>
      <summary>Change title, speaker, ask, objective or handling</summary>
      <FormFrame
        id="save-the-head"
        version={Number(typedValue(typed?.values, "version", String(paper.version)))}
        action="?"
        data-saved-as-typed=""
      >
        <input type="hidden" name="intent" value="save the head" />
        <HeadFields
          now={{ ...words, handling: paper.handling }}
          values={typed?.values ?? null}
          errors={typed?.errors ?? {}}
        />
        <Submit>Save</Submit>
      </FormFrame>
    </details>
  );
}

const NO_POINT =
  "Nothing here yet. A paper that is started from an event opens with the wording of its messages, once the ministry has cleared it. Add wording from the messages, or write your own words.";

function PaperSection({ section, view, typed }: Props & { section: Section }) {
  const blocks = blocksOf(view.paper.text, section);
  const id = section.replaceAll(" ", "-");
  return (
    <section className="paper-part" aria-labelledby={id}>
      <h2 id={id}>{SECTION_TITLES[section]}</h2>
      {blocks.length === 0 ? (
        <p className="empty">{section === "points to make" ? NO_POINT : "Nothing here yet."}</p>
      ) : null}
      <ul>
        {blocks.map((block, index) => (
          <PaperBlock
            key={block.id}
            block={block}
            view={view}
            typed={typed}
            isFirst={index === 0}
            isLast={index === blocks.length - 1}
          />
        ))}
      </ul>
      {view.mayEdit ? <OwnWords section={section} typed={typedIn(typed, `add-own-words-${id}`)} /> : null}
    </section>
  );
}

function OwnWords({ section, typed }: { section: Section; typed: TypedForm | null }) {
  const id = `add-own-words-${section.replaceAll(" ", "-")}`;
  const errors = typed?.errors ?? {};
  return (
    <details className="block-tools" open={typed !== null}>
      <summary>
        Add your own words<span className="visually-hidden"> under {SECTION_TITLES[section]}</span>
      </summary>
      <FormFrame id={id} action="?">
        <input type="hidden" name="intent" value="add own words" />
        <input type="hidden" name="section" value={section} />
        {section === "if raised" ? (
          <TextInput
            name="heading"
            label="What they raise"
            optional
            value={typedValue(typed?.values, "heading", "")}
            error={errors.heading}
          />
        ) : null}
        <MarkedField value={typedValue(typed?.values, "text", "")} error={errors.text} />
        <Submit>Add</Submit>
      </FormFrame>
    </details>
  );
}
