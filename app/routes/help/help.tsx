import { signedInPage } from "#app/http/page.server.ts";
import { Reception } from "#app/ui/marks.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { PLACES } from "#app/ui/places.ts";

export const meta = () => pageTitle("Help and shortcuts");

export const loader = signedInPage(async () => ({}));

const KEYS = [
  { keys: "Ctrl K or /", does: "Find" },
  { keys: "L", does: "Log an outcome" },
  { keys: "E", does: "Plan an event" },
  { keys: "Ctrl Z", does: "Undo what the page says was just done" },
  { keys: "?", does: "This page" },
];

const SCALE = [
  { score: 2, word: "Endorsed", means: "An act: uses our wording, asks to repeat it, signs." },
  { score: 1, word: "Receptive", means: "Takes it up, gives a reason." },
  { score: 0, word: "Neutral", means: "Polite, no sign either way." },
  { score: -1, word: "Doubtful", means: "Argues, asks for proof. That is engagement." },
  { score: -2, word: "Rejected", means: "Says no, or will act against it." },
];

export default function Help() {
  return (
    <>
      <PageHead
        title="Help and shortcuts"
        sub="Every action also works with a mouse, by touch and without JavaScript."
      />
      <div className="stack">
        <section>
          <h2>Shortcuts</h2>
          <p className="hint">Single letters do nothing while you type in a field.</p>
          <dl className="dl">
            {[
              ...KEYS,
              ...PLACES.map((place) => ({ keys: `G, then ${place.key.toUpperCase()}`, does: place.label })),
            ].map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>What the reception scale means</h2>
          <dl className="dl">
            {SCALE.map(({ score, word, means }) => (
              <div key={score}>
                <dt>
                  <Reception score={score} />
                </dt>
                <dd>
                  <b>{word}.</b> {means}
                </dd>
              </div>
            ))}
          </dl>
          <p className="note">Rate what you saw, not what you hoped for.</p>
        </section>
      </div>
    </>
  );
}
