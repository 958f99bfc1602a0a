import { type NeedInWords, needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { State } from "#app/ui/marks.tsx";
import type { Overview } from "./overview-view.server.ts";

/** What waits for this reader, by the time left, each with the one place to go. */
export function NeedsYou({ view }: { view: Overview }) {
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">Needs you</h2>
      {view.needs.length === 0 ? <p className="empty">Nothing waits for you.</p> : null}
      <ul className="att">
        {view.needs.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
          <Item key={index} need={needInWords(need, view)} />
        ))}
      </ul>
    </section>
  );
}

function Item({ need }: { need: NeedInWords }) {
  return (
    <li>
      <span>
        <State kind={need.state}>{need.head}</State>
        <br />
        {need.detail}
      </span>
      <a className="go" href={need.place}>
        {need.go}
      </a>
    </li>
  );
}
