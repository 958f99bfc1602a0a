import { diffWordsWithSpace } from "diff";

/** What changed from one wording to the next, word by word, in the text itself. */
export function WordDiff({ from, to, lang }: { from: string; to: string; lang?: string }) {
  let offset = 0;
  return (
    <span lang={lang}>
      {diffWordsWithSpace(from, to).map((part) => {
        offset += part.value.length;
        if (part.added) return <ins key={`+${offset}`}>{part.value}</ins>;
        if (part.removed) return <del key={`-${offset}`}>{part.value}</del>;
        return part.value;
      })}
    </span>
  );
}
