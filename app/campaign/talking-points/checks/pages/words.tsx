import type { WordDifference } from "../../versions/word-difference.ts";

/** A difference of words in the text itself; side by side, each side leaves out what the other has. */
export function Words({
  parts,
  without = "nothing",
}: {
  parts: readonly WordDifference[];
  without?: "added" | "removed" | "nothing";
}) {
  let offset = 0;
  return (
    <>
      {parts
        .filter((part) => part.kind !== without)
        .map((part) => {
          offset += part.text.length;
          if (part.kind === "added") return <ins key={`+${offset}`}>{part.text}</ins>;
          if (part.kind === "removed") return <del key={`-${offset}`}>{part.text}</del>;
          return part.text;
        })}
    </>
  );
}
