import { StaleEvidence } from "#app/campaign/messages/proof-points/proof-point-table.tsx";
import { staleEvidence } from "#app/campaign/messages/proof-points/stale-evidence.ts";
import { shortSource } from "#app/campaign/paper-text/assembled-paper.ts";
import { unmarkedFootnotes } from "#app/campaign/paper-text/footnotes.ts";
import type { Block, Footnote, FootnoteSource } from "#app/campaign/paper-text/paper.ts";
import { typedValue } from "#app/http/form-values.ts";
import { atWord } from "#app/text/cut.ts";
import { capital } from "#app/text/in-words.ts";
import { isWebAddress } from "#app/text/text-limits.ts";
import { formatAsOf, staleSince } from "#app/time/as-of.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { TypedForm } from "./paper-acts.ts";
import type { PaperView } from "./paper-view.server.ts";

/** The sources of a block, and a form to attach one more to the whole of it. */
export function BlockSources({ block, typed }: { block: Block; typed: TypedForm | null }) {
  const unmarked = unmarkedFootnotes(block);
  return (
    <details open={typed !== null}>
      <summary>
        Sources<span className="visually-hidden"> of: {opening(block.text)}</span>
      </summary>
      {block.footnotes.map((footnote) => (
        <div className="block-source" key={footnote.proofPointId}>
          {footnote.code}. {footnote.claim} <StaleEvidence evidence={[footnote]} />{" "}
          {unmarked.includes(footnote) ? (
            <ButtonForm
              action="?"
              label={`Remove ${footnote.code}`}
              className="linklike"
              fields={{ intent: "take the source away", block: block.id, proofPoint: footnote.proofPointId }}
            />
          ) : (
            <span className="note">It is cited in the text.</span>
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
        <Submit>Attach</Submit>
      </FormFrame>
    </details>
  );
}

/** The proof points of the campaign by code: offered wherever one is typed. */
export function ProofPointChoices({ choices }: { choices: PaperView["proofPoints"] }) {
  const today = useToday();
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

/** The sources of the paper in short, where its numbers lead, and folded behind them each in full. */
export function PaperSources({ view: { numbered } }: { view: PaperView }) {
  if (numbered.length === 0) return <div data-renewed="sources" />;
  return (
    <div className="paper-footnotes" data-renewed="sources">
      <p>
        {numbered.map(({ number, footnote }) => (
          <span key={number} id={`f${number}`}>
            {number === 1 ? null : " · "}
            <b>{number}</b> {shortSource(footnote)} <Marks footnote={footnote} />
          </span>
        ))}
      </p>
      <details>
        <summary>The {numbered.length === 1 ? "record" : `${numbered.length} records`} in full</summary>
        <ol aria-label="Sources">
          {numbered.map(({ number, footnote }) => (
            <li key={footnote.proofPointId} value={number}>
              {footnote.code}. {footnote.claim}{" "}
              {footnote.edition === null ? null : `Edition: ${footnote.edition}. `}
              As of {formatAsOf(footnote.asOf)}. <SourceList sources={footnote.sources} />{" "}
              <Marks footnote={footnote} />
              {footnote.caveat === "" ? null : <span className="note"> {footnote.caveat}</span>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function SourceList({ sources }: { sources: readonly FootnoteSource[] }) {
  return (
    <>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
        <span key={index}>
          {index === 0 ? null : "; "}
          <SourceName source={source} />
        </span>
      ))}
      .
    </>
  );
}

function SourceName({ source: { title, publisher, publishedOn, address } }: { source: FootnoteSource }) {
  const published = publishedOn === null ? "" : formatAsOf(publishedOn);
  const name = [title, publisher, published].filter(Boolean).join(", ");
  if (address === null || !isWebAddress(address)) return name;
  return (
    <a href={address} rel="noreferrer">
      {name}
    </a>
  );
}

function Marks({ footnote }: { footnote: Footnote }) {
  const stale = staleSince(footnote.reviewBy, useToday());
  return (
    <>
      {stale === "" ? null : <State kind="bad">{capital(stale)}</State>}{" "}
      {footnote.isInternal ? <State kind="bad">Internal, not to be disclosed</State> : null}
    </>
  );
}

/** Enough of a text to know it by. */
export function opening(text: string): string {
  return atWord(text, 70);
}
