// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away
import type { ReactNode } from "react";
import { type CutWords, cutInWords } from "#app/text/cut.ts";

/** Columns by their labels; those named in `figures` stand at the right edge. */
export function TableHead({
  labels,
  figures = [],
}: {
  labels: readonly string[];
  figures?: readonly string[];
}) {
  return (
    <thead>
      <tr role="row">
        {labels.map((label) => (
          <th
            key={label}
            scope="col"
            role="columnheader"
            className={figures.includes(label) ? "number" : undefined}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** One page of a long list. `link` makes the URL of a page, filters kept; the first page is 1. */
export function Pager({
  page,
  pages,
  link,
}: {
  page: number;
  pages: number;
  link: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 ? <a href={link(page - 1)}>Previous</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={link(page + 1)}>Next</a> : null}
    </nav>
  );
}

/** The pages of a long list whose length is not counted: newer and older, filters kept. */
export function NewerOlder({
  page,
  hasOlder,
  path,
  search,
}: {
  page: number;
  hasOlder: boolean;
  path: string;
  search: Readonly<Record<string, string | number>>;
}) {
  if (page === 1 && !hasOlder) return null;
  const link = (to: number) => {
    const kept = Object.entries({ ...search, page: to > 1 ? to : "" }).filter(([, value]) => value !== "");
    const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
    return query.size === 0 ? path : `${path}?${query}`;
  };
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 ? <a href={link(page - 1)}>Newer</a> : null}
      <span>Page {page}</span>
      {hasOlder ? <a href={link(page + 1)}>Older</a> : null}
    </nav>
  );
}

/** A search of one list, by its address; `given` holds the filters that stay. */
export function SearchForm({
  path,
  label,
  q,
  given = {},
}: {
  path: string;
  label: string;
  q: string;
  given?: Readonly<Record<string, string>>;
}) {
  return (
    <search>
      <form action={path} method="get" className="search">
        {Object.entries(given)
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <label htmlFor="q">{label}</label>
        <input id="q" type="search" name="q" defaultValue={q} autoComplete="off" />
        <button type="submit" className="button">
          Search
        </button>
      </form>
    </search>
  );
}

/** What stands under a list that shows the first of many: which they are, and where the others are. */
export function CutLine({ cutAt, ...words }: CutWords & { cutAt: number | null }) {
  return cutAt === null ? null : <p className="note">{cutInWords(cutAt, words)}</p>;
}

/** On a phone what follows is folded behind these words; elsewhere it stands open, and they are not shown. */
export function PhoneFold({ words = "Filter", isOpen }: { words?: string; isOpen: boolean }) {
  return (
    <details className="phone-fold noprint" open={isOpen}>
      <summary>{words}</summary>
    </details>
  );
}

/** So many lines of a long list are shown at first. */
export const FIRST = 10;

/** A long list: ten at first, and all the others, if more than one, behind one line that says how many. Items are list items, unless `as` says otherwise. */
export function TenFirst<Item>({
  items,
  what,
  className,
  first = FIRST,
  isOpen = false,
  as = (shown) => <ul className={className}>{shown as readonly ReactNode[]}</ul>,
}: {
  items: readonly Item[];
  /** What the list is of: "events". */
  what: string;
  className?: string;
  first?: number;
  isOpen?: boolean;
  as?: (shown: readonly Item[]) => ReactNode;
}) {
  const shown = items.length === first + 1 ? items.length : first;
  const more = items.slice(shown);
  return (
    <>
      {as(items.slice(0, shown))}
      {more.length === 0 ? null : (
        <details className="fold" open={isOpen}>
          <summary>
            {more.length} more {what}
          </summary>
          {as(more)}
        </details>
      )}
    </>
  );
}
