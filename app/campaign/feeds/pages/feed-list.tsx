import { FormFrame } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { FeedInWords } from "./feed-acts.server.ts";

/** The addresses that somebody has made, each with the way to end it. The question stands in the page, so that it needs no script. */
export function FeedList({ feeds, action }: { feeds: readonly FeedInWords[]; action?: string }) {
  if (feeds.length === 0) return <Empty text="You have no calendar address yet." />;
  return (
    <ul className="feeds">
      {feeds.map((feed) => (
        <li key={feed.id}>
          <div>
            <b>{feed.whose}</b>, {feed.tells}
            <br />
            <span className="note">Created {feed.made}</span>
          </div>
          {feed.over === null ? (
            <Revoke feed={feed} action={action} />
          ) : (
            <State kind="off">{feed.over}</State>
          )}
        </li>
      ))}
    </ul>
  );
}

function Revoke({ feed, action }: { feed: FeedInWords; action: string | undefined }) {
  return (
    <details>
      <summary>
        Revoke
        <span className="visually-hidden">
          : {feed.whose}, {feed.tells}, created {feed.made}
        </span>
      </summary>
      <FormFrame action={action} className="revoke">
        <input type="hidden" name="act" value="revoke" />
        <input type="hidden" name="feed" value={feed.id} />
        <p>
          Once the address is revoked, programs that read it will get nothing. This cannot be undone, but you
          can create another address at any time.
        </p>
        <button type="submit" className="button" data-pending="Revoking…">
          Revoke address
        </button>
      </FormFrame>
    </details>
  );
}
