import type { Remarks } from "#app/domain/calendar-files/remarks.ts";
import { explainRuleRefusal, parseRule } from "#app/domain/event-series/parse-rule.ts";
import type { Rule } from "#app/domain/event-series/rule.ts";
import type { EventDraft } from "./event-draft.ts";
import type { Taken } from "./taken-time.ts";

/** The rules of an event. Refuses one that cannot be read, and any once the time for working them out is up. */
export function rulesOf(
  draft: EventDraft,
  { remarks, hasTime }: { remarks: Remarks; hasTime(): boolean },
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
      "Of several rules the first is kept; the times of the others come in as further times",
      draft.line,
    );
  if (rules.length > 0 && !hasTime())
    return { ok: false, reason: "the time for reading the file was up before its rule was worked out" };
  return { ok: true, value: rules };
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Whether one of the rules goes on for ever. */
export function hasNoEnd(rules: readonly Rule[]): boolean {
  return rules.some(({ count, until }) => count === null && until === null);
}
