import { explainRuleRefusal, parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import type { Rule } from "#app/campaign/outreach-events/series/rule.ts";
import { lowered } from "#app/text/in-words.ts";
import type { Remarks, WorkDone } from "./calendar-reading.ts";
import type { EventDraft } from "./event-draft.ts";
import type { Taken } from "./taken-time.ts";

/** What is said of an event whose rule asks for more work than is left. */
export const TOO_MUCH_WORK =
  "working out its rule and those before it in the file would take too long; import a file that covers a shorter period";

/** The rules of an event. Refuses one that cannot be read, and any once the work that a file may ask for is done. */
export function rulesOf(
  draft: EventDraft,
  { remarks, work }: { remarks: Remarks; work: WorkDone },
): Taken<Rule[]> {
  const rules: Rule[] = [];
  for (const { text, line } of draft.rules) {
    const parsed = parseRule(text);
    if (!parsed.ok)
      return { ok: false, reason: `line ${line}: ${lowered(explainRuleRefusal(parsed.reason))}` };
    rules.push(parsed.rule);
  }
  if (rules.length > 1)
    remarks.add(
      "The first of several rules will be kept; the dates from the others will be added one by one",
      draft.line,
    );
  if (rules.length > 0 && work.left() === 0) return { ok: false, reason: TOO_MUCH_WORK };
  return { ok: true, value: rules };
}

/** Whether one of the rules goes on for ever. */
export function hasNoEnd(rules: readonly Rule[]): boolean {
  return rules.some(({ count, until }) => count === null && until === null);
}
