import { StaleEvidence } from "#app/campaign/messages/proof-points/proof-point-table.tsx";
import { atWord } from "#app/text/cut.ts";
import { capital } from "#app/text/in-words.ts";
import { searchWords } from "#app/text/search-words.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { CutLine } from "#app/ui/list.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import { isInPaper, type LibraryItem } from "../library-item.ts";

const FOUND_HERE = "Search for the others.";

/** What the message library offers for this paper, each with its own Add button. */
export function PaperLibrary({ view }: { view: PaperView }) {
  const shelves = view.library.map((shelf) => ({
    ...shelf,
    items: shelf.items.filter((item) => isWanted(item, view.wanted)),
  }));
  return (
    <aside className="paper-library" aria-labelledby="library">
      <h2 id="library">Add from messages</h2>
      <search>
        <form method="get" action="#library">
          <label className="visually-hidden" htmlFor="library-search">
            Search points and sources
          </label>
          <input
            id="library-search"
            type="search"
            name="library"
            placeholder="Search points and sources"
            defaultValue={view.wanted}
          />
          <button type="submit" className="visually-hidden">
            Search
          </button>
        </form>
      </search>
      {shelves.length > 0 ? null : (
        <p className="note">
          {view.wanted === "" ? "The campaign has no messages in use." : "Nothing found. Try other words."}
        </p>
      )}
      {shelves.map((shelf, index) => (
        <details key={shelf.messageId} open={index === 0 || view.wanted !== ""}>
          <summary>
            {shelf.number === null ? null : <MessageNumber n={shelf.number} />} {shelf.title}
          </summary>
          <ul>
            {shelf.items.length === 0 ? <li className="note">Nothing here.</li> : null}
            {shelf.items.map((item) => (
              <Item key={`${item.id} ${item.part}`} item={item} view={view} />
            ))}
          </ul>
          <CutLine cutAt={shelf.cutAt} which="first proof points found" others={FOUND_HERE} />
        </details>
      ))}
      <CutLine cutAt={view.libraryCutAt} which="first messages" others={FOUND_HERE} />
    </aside>
  );
}

/** What three lines of the shelf hold. */
const MOST_OF_TITLE = 90;

function Item({ item, view }: { item: LibraryItem; view: PaperView }) {
  return (
    <li>
      <span className="shelf-title">{atWord(item.title, MOST_OF_TITLE)}</span>
      <div className="shelf-row">
        <ItemState item={item} />
        {isInPaper(item, view.paper.text.blocks) ? (
          <span className="add-block is-added">Added</span>
        ) : (
          <ButtonForm
            action="?"
            label={
              <>
                Add<span className="visually-hidden"> {item.title}</span>
              </>
            }
            className="add-block"
            fields={{ intent: "add from the library", kind: item.kind, id: item.id, part: item.part }}
          />
        )}
      </div>
    </li>
  );
}

const PARTS = {
  "talking point": "Talking point",
  avoid: "Avoid",
  framing: "Framing",
  "words to say": "Words to say",
  claim: "Proof point",
} as const;

const CLEARED_FOR = {
  nobody: ", not cleared",
  embassy: ", cleared for the embassy only",
  "both sides": ", cleared",
} as const;

function ItemState({ item }: { item: LibraryItem }) {
  if (item.stale !== "") return <State kind="bad">{capital(item.stale)}</State>;
  if (item.isInternal) return <State kind="bad">Internal</State>;
  const cited = item.block.footnotes.length;
  const sources = item.kind === "proof point" ? (item.block.footnotes[0]?.sources.length ?? 0) : cited;
  const state = item.kind === "proof point" ? "" : CLEARED_FOR[item.clearedFor];
  return (
    <span>
      {PARTS[item.part]}
      {state}
      {sources === 0 ? null : `, ${sources} ${sources === 1 ? "source" : "sources"}`}{" "}
      <StaleEvidence evidence={item.block.footnotes} />
    </span>
  );
}

/** Every word that is looked for begins a word of the item, blind to case and diacritics, like Find. */
function isWanted(item: LibraryItem, wanted: string): boolean {
  const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain(`${item.title} ${item.block.text}`).match(/[\p{L}\p{N}]+/gu) ?? [];
  return searchWords(wanted).every((one) => words.some((word) => word.startsWith(plain(one))));
}
