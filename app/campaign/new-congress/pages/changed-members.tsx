import type { Since } from "./since.ts";

type Members = {
  page: number;
  all: number;
  shown: readonly { contact: { id: string; name: string }; words: readonly string[] }[];
};

const ON_A_PAGE = 50;

/** Every member of whom the list says something else than before, fifty at a time. */
export function ChangedMembers({ members, since, base }: { members: Members; since: Since; base: string }) {
  if (members.all === 0) return null;
  const first = (members.page - 1) * ON_A_PAGE + 1;
  const last = first + members.shown.length - 1;
  const to = (page: number) => `?since=${since.day}&page=${page}#members`;
  return (
    <section aria-labelledby="members">
      <h2 id="members">Every member whose record changed</h2>
      <ul className="rows">
        {members.shown.map(({ contact, words }) => (
          <li key={contact.id}>
            <span>
              <a href={`${base}/contacts/${contact.id}`}>{contact.name}</a>: {words.join("; ")}
            </span>
          </li>
        ))}
      </ul>
      <p className="pager">
        <span>
          {first} to {last} of {members.all}
        </span>
        {members.page > 1 ? <a href={to(members.page - 1)}>Before</a> : null}
        {last < members.all ? <a href={to(members.page + 1)}>After</a> : null}
      </p>
    </section>
  );
}
