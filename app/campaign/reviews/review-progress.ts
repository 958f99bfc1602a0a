import { gapInWords, noGapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import type { OutreachOption } from "#app/campaign/next-outreach/next-outreach.ts";
import { plainCell, plainList, plainWords, type Section } from "#app/documents/document.ts";
import { chanceInWords, levelInDigits } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import { missesInOneSentence, missesInWords, missesNamed } from "./misses.ts";
import type { ReviewContent } from "./review-content.ts";

/** The objectives with their reading, what was to be reached, and the word with its reason. Nothing is added up over levels. */
export function objectivesSection({ objectives, day }: Pick<ReviewContent, "objectives" | "day">): Section {
  const title = "Objectives";
  if (objectives.length === 0) return { title, blocks: [plainWords("No objectives have been set.")] };
  const rows = objectives.map(({ sentence, indicator, level, figure, against, dueOn, word, reason }) => [
    { strong: "", text: sentence, detail: indicatorInWords(indicator, level, against), tint: null },
    { strong: figure, text: against, detail: `Due ${formatDay(dueOn, day)}`, tint: null },
    { strong: word, text: "", detail: reason, tint: null },
  ]);
  const columns = [
    { text: "What must change", isFigure: false, share: 4 },
    { text: "Reading", isFigure: false, share: 2 },
    { text: "Where it stands", isFigure: false, share: 3 },
  ];
  return {
    title,
    blocks: [{ kind: "table", caption: "Objectives, their readings and where they stand", columns, rows }],
  };
}

/** With its level, where the words of its reading do not say it. */
function indicatorInWords(indicator: string, level: string, against: string): string {
  return against.endsWith(level) ? indicator : `${indicator}, ${level}`;
}

const OUTREACH_NAMED = 5;

/** What is missing, and whom to see next with which message. */
export function gapsSection({
  gaps,
  next,
  reception,
  day,
}: Pick<ReviewContent, "gaps" | "next" | "reception" | "day">): Section {
  const items = gaps.map((gap) => {
    const { lead, evidence } = gapInWords(gap, day);
    return `${lead} ${evidence}`;
  });
  const first = next.first.slice(0, OUTREACH_NAMED);
  const people = new Map(next.people.map((person) => [person.id, person]));
  const rows = first.map((option) => outreachRow(option, people.get(option.contactId)));
  return {
    title: "Gaps worth closing, and next outreach",
    blocks: [
      items.length === 0 ? plainWords(noGapInWords(reception)) : plainList(items),
      rows.length === 0
        ? plainWords("There is no one to suggest for the next meeting.")
        : {
            kind: "table",
            caption: `${rows.length < next.contacts ? `The first ${rows.length} of ${next.contacts} contacts` : counted(next.contacts, "contact")} ranked, with the chances of a good and of a bad meeting`,
            columns: [
              { text: "Contact", isFigure: false, share: 4 },
              { text: "Message", isFigure: true, share: 1 },
              { text: "Good, bad", isFigure: true, share: 1.2 },
              { text: "Worth", isFigure: true, share: 0.8 },
            ],
            rows,
          },
    ],
  };
}

function outreachRow(
  { audience, message, pGood, pBad, total }: OutreachOption,
  person: { name: string; title: string } | undefined,
) {
  return [
    plainCell(`${person?.name ?? "a contact"}, ${audience.name}`),
    plainCell(String(message.number)),
    plainCell(`${chanceInWords(pGood)}, ${chanceInWords(pBad)}`),
    plainCell(levelInDigits(total)),
  ];
}

/** What was overdue or waiting in the whole campaign; nothing is left out because it does not look good. */
export function missesSection({ misses, day }: Pick<ReviewContent, "misses" | "day">): Section {
  const some = misses.filter(({ count }) => count > 0);
  return {
    title: "Misses",
    blocks:
      some.length === 0
        ? [plainWords(missesInOneSentence(misses))]
        : [
            plainList(
              some.map((group) => `${missesInWords(group.kind, group.count)}: ${missesNamed(group, day)}.`),
            ),
          ],
  };
}
