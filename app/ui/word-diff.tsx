import { type Change, diffWordsWithSpace } from "diff";

const MOST_KEPT = 300;

/** Above so many differing words a wording is shown as replaced whole: nobody reads such a difference. */
const MOST_WORDS = 300;
const kept = new Map<string, Change[]>();

/** A history shows the same two wordings on every visit: what differs between them is worked out once. */
function partsOf(from: string, to: string): Change[] {
  const key = `${from}\u0000${to}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const parts = diffWordsWithSpace(from, to, { maxEditLength: MOST_WORDS }) ?? replacedWhole(from, to);
  kept.set(key, parts);
  return parts;
}

function replacedWhole(from: string, to: string): Change[] {
  return [
    { value: from, added: false, removed: true, count: 1 },
    { value: to, added: true, removed: false, count: 1 },
  ];
}

/** What changed from one wording to the next, word by word, in the text itself. */
export function WordDiff({ from, to, lang }: { from: string; to: string; lang?: string }) {
  let offset = 0;
  return (
    <span lang={lang}>
      {partsOf(from, to).map((part) => {
        offset += part.value.length;
        if (part.added) return <ins key={`+${offset}`}>{part.value}</ins>;
        if (part.removed) return <del key={`-${offset}`}>{part.value}</del>;
        return part.value;
      })}
    </span>
  );
}

/** Which two of several texts are laid side by side; `from` and `to` are the values of those that are. */
export function ChooseTwo({
  options,
  from,
  to,
}: {
  options: readonly { value: string | number; label: string }[];
  from: string | number;
  to: string | number;
}) {
  const listed = options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
  return (
    <form method="get" className="choose-two noprint">
      <label>
        From{" "}
        <select name="from" defaultValue={from}>
          {listed}
        </select>
      </label>
      <label>
        To{" "}
        <select name="to" defaultValue={to}>
          {listed}
        </select>
      </label>
      <button type="submit" className="button">
        Compare
      </button>
    </form>
  );
}
