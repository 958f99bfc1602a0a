import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";
import { signedInPage } from "#app/http/page.server.ts";
import { markMatches } from "#app/text/search-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { FIND_GROUPS, type FoundRecord, pathOfFound } from "../found-record.ts";
import { type PaletteGroup, readPalette } from "../palette.server.ts";

const asked = z.object({ q: z.string().max(500).catch(""), campaign: z.string().max(200).catch("") });

/** What the palette shows for the words typed, as a part of a page: the browser's script puts it under the field. */
export const loader = signedInPage(async (arrival) => {
  const { q, campaign } = asked.parse(Object.fromEntries(arrival.url.searchParams));
  const palette = await readPalette(arrival, q, campaign);
  const markup = renderToStaticMarkup(<Results q={q.trim()} today={arrival.today} {...palette} />);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(markup, { headers });
});

/** The groups that hold one kind. */
const ONE_KIND: readonly string[] = FIND_GROUPS.filter(({ kinds }) => kinds.length === 1).map(
  ({ name }) => name,
);

type ResultsProps = {
  q: string;
  today: CalendarDate;
  words: readonly string[];
  others: ReadonlyMap<string, string>;
  groups: readonly PaletteGroup[];
};

function Results({ q, today, words, others, groups }: ResultsProps) {
  if (groups.length === 0)
    return (
      <p className="nothing">
        {q === "" ? "Type to find a record, a person, or something to do." : `Nothing found for “${q}”.`}
      </p>
    );
  return groups.map(({ name, records, acts }) => (
    // A listbox holds groups of options, which no fieldset can be (ARIA, role "listbox").
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <div key={name} role="group" aria-label={name}>
      <p aria-hidden="true">{name}</p>
      {records.map((record) => (
        <Option
          key={`${record.kind} ${record.id}`}
          path={pathOfFound(record)}
          label={record.title}
          words={words}
        >
          {about(record, name, others, today)}
        </Option>
      ))}
      {acts.map((act) => (
        <Option key={`${act.label} ${act.path}`} path={act.path} label={act.label} words={words}>
          {act.key === null ? null : <kbd>{act.key}</kbd>}
        </Option>
      ))}
    </div>
  ));
}

type OptionProps = { path: string; label: string; words: readonly string[]; children: React.ReactNode };

function Option({ path, label, words, children }: OptionProps) {
  return (
    <a href={path} role="option" aria-selected="false" tabIndex={-1}>
      <span>
        {markMatches(label, words).map(({ text, isMatch }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which stand as they are.
          isMatch ? <mark key={at}>{text}</mark> : text,
        )}
      </span>{" "}
      {children}
    </a>
  );
}

/** What it is where its group does not say so, its day, and its campaign where that is not the one that is open. */
function about(
  { kind, day, campaignId }: FoundRecord,
  group: string,
  others: ReadonlyMap<string, string>,
  today: CalendarDate,
) {
  const isEverybodys = kind === "contact" || kind === "organisation";
  const parts = [
    ONE_KIND.includes(group) ? null : kind,
    day === null ? null : formatDay(day, today),
    isEverybodys ? null : others.get(campaignId),
  ];
  return <small>{parts.filter((part) => part).join(", ")}</small>;
}
