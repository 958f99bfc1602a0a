import styles from "#app/campaign/accounts/accounts.css?url";
import { STANCE_LAPSE_DAYS, STANCES } from "#app/campaign/audiences/stances/stance.ts";
import { signedInPage } from "#app/http/page.server.ts";
import { describeRole, ROLES } from "#app/http/permission.ts";
import { receptionMeaning, receptionWord, SCORES } from "#app/method/reception-scale.ts";
import { LETTERS, PLACES } from "#app/ui/keys.ts";
import { Reception, Stance } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Help and shortcuts");

export const loader = signedInPage(async () => ({}));

/** Every key of the product with what it does. */
const KEYS = [
  { keys: "Ctrl K or /", does: "Find or do anything" },
  ...Object.entries(LETTERS).map(([letter, does]) => ({ keys: letter.toUpperCase(), does })),
  { keys: "Shift ↑ ↓", does: "In the week view, move the selected event by 15 minutes" },
  { keys: "Shift ← →", does: "In the week view, move the selected event by one day" },
  { keys: "Esc", does: "Leave the move panel, or close the search" },
  { keys: "Ctrl Z", does: "Undo what you have just done" },
  { keys: "?", does: "This page" },
  ...PLACES.map(({ key, label }) => ({ keys: `G, then ${key.toUpperCase()}`, does: label })),
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
          <p className="hint">Single-letter shortcuts do not work while you are typing in a field.</p>
          <dl className="fact-list">
            {KEYS.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <ReceptionScale />
        <StanceScale />
        <Clearance />
        <Roles />
      </div>
    </>
  );
}

function ReceptionScale() {
  return (
    <section>
      <h2>What the reception scale means</h2>
      <dl className="fact-list">
        {SCORES.toReversed().map((score) => (
          <div key={score}>
            <dt>
              <Reception score={score} />
            </dt>
            <dd>
              <b>{receptionWord(score)}.</b> {receptionMeaning(score)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        Rate what you saw, not what you hoped for. A message that did not come up is “not raised”.
      </p>
    </section>
  );
}

function StanceScale() {
  return (
    <section>
      <h2>What the stance scale means</h2>
      <dl className="fact-list">
        {STANCES.map(({ value, label }) => (
          <div key={value}>
            <dt>
              <Stance n={value} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        A reading has a date and evidence. It lapses after {STANCE_LAPSE_DAYS} days; the stance is then not
        known until it is read again.
      </p>
    </section>
  );
}

function Clearance() {
  return (
    <section>
      <h2>How clearance works</h2>
      <div className="measured">
        <p>
          Only a clearer may clear, and only the exact text shown to them. Where the settings allow it, a
          ministry desk’s silence also counts, and the head of mission may release a text.
        </p>
        <p>
          A paper is cleared if its text, order and footnotes match a clearance on record and its handling
          mark is no less strict. Any edit makes it “changed since clearance”, and the page shows which
          sentence has changed. If the old text is restored, the paper is cleared again.
        </p>
        <p>
          The embassy clears every paper. The ministry must clear it too, unless the ministry has already
          cleared the wording of every block and the settings let the embassy clear alone. Wording cleared by
          the embassy alone is marked as such.
        </p>
        <p>
          A paper that is not cleared can still be printed and sent, but every copy is marked NOT CLEARED or
          CHANGED SINCE CLEARANCE.
        </p>
        <p>A clearance cannot be undone. To replace it, a new version of the text must be cleared.</p>
      </div>
    </section>
  );
}

function Roles() {
  return (
    <section>
      <h2>Who may do what</h2>
      <dl className="fact-list">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{role}</dt>
            <dd>{describeRole(role)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
