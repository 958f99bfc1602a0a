import { timesInWords } from "#app/text/in-words.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { ListedLetter } from "../lists.server.ts";

type Act = "try" | "give up";
const LABELS: Record<Act, string> = { try: "Try now", "give up": "Stop trying" };

/** Letters of one state, each with what may be done about it. Without letters there is nothing to say but `none`. */
export function LetterList({
  title,
  note = null,
  none = null,
  letters,
  acts,
}: {
  title: string;
  note?: string | null;
  none?: string | null;
  letters: readonly ListedLetter[];
  acts: readonly Act[];
}) {
  if (letters.length === 0 && none === null) return null;
  return (
    <section>
      <h2>{title}</h2>
      {note === null ? null : <p className="note">{note}</p>}
      {letters.length === 0 ? <p className="empty">{none}</p> : null}
      <ul className="entries">
        {letters.map((letter) => (
          <li key={letter.id}>
            <Said letter={letter} isWaiting={none !== null} />
            <span className="acts entry-acts">
              {letter.isInHand
                ? null
                : acts.map((act) => (
                    <ButtonForm
                      key={act}
                      label={<Label act={act} letter={letter} />}
                      fields={{ act, letter: letter.id }}
                    />
                  ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The buttons of a list look alike: a listener hears which letter each is about. */
function Label({ act, letter }: { act: Act; letter: ListedLetter }) {
  return (
    <>
      {LABELS[act]}
      <span className="visually-hidden">
        : {letter.kind}, to {letter.to}
      </span>
    </>
  );
}

function Said({ letter, isWaiting }: { letter: ListedLetter; isWaiting: boolean }) {
  const { kind, to, queuedAt, nextTryAt, attempts, fault, isInHand } = letter;
  return (
    <span>
      <b>
        {kind.charAt(0).toUpperCase()}
        {kind.slice(1)}
      </b>
      , to {to}
      <br />
      <span className="note">
        Written {queuedAt}
        {attempts === 0 ? "" : `, tried ${timesInWords(attempts)}`}
        {isWaiting && attempts > 0 ? `, next try ${nextTryAt}` : ""}
      </span>
      <br />
      {isInHand ? <State kind="warn">Being sent</State> : null}
      {!isInHand && fault !== "" ? <State kind="bad">{fault}</State> : null}
      {!isInHand && fault === "" ? <State kind="warn">Waiting until {nextTryAt}</State> : null}
    </span>
  );
}
