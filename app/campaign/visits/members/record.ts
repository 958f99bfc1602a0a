import { optionalLine, optionallyChosen } from "#app/http/fields.ts";
import { type FieldErrors, isOffered, type Option } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";

/** Who comes: one of our accounts, or a name; and a title. No passport, date of birth or telephone is asked. */
export const memberRecord = record({
  account: optionallyChosen().meta({
    label: "One of our team",
    none: "No one from the list",
    column: "account_id",
  }),
  name: optionalLine(120).meta({
    leaves: ["copy for schedulers"],
    label: "Name or office",
    hint: "Leave empty for one of our team. An office is enough, for example: Minister.",
  }),
  title: optionalLine(120).meta({
    leaves: ["copy for schedulers"],
    label: "Title",
    hint: "For example: defence counsellor, or “of Defence” after “Minister”. Nothing else about the person is kept.",
  }),
});

export type MemberText = ValuesOf<typeof memberRecord>;

/** What is wrong with a member: an account that is not of the campaign, or nobody at all. */
export function memberFaults(typed: MemberText, colleagues: readonly Option[]): FieldErrors {
  if (!isOffered(colleagues, typed.account)) return { account: "Choose from this campaign’s list" };
  const { name } = memberNamed(typed, colleagues);
  return name === "" ? { name: "Enter a name or an office, or choose one of our team" } : {};
}

/** A colleague of the campaign goes by his or her own name unless another is typed. */
export function memberNamed(typed: MemberText, colleagues: readonly Option[]): MemberText {
  const colleague = colleagues.find(({ value }) => value === typed.account);
  return typed.name === "" && colleague !== undefined ? { ...typed, name: colleague.label } : typed;
}
