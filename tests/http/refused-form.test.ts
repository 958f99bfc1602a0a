import { expect, test } from "vitest";
import { line, optionalDay } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { asOnPage } from "#app/http/save-form.server.ts";

const stay = record({
  title: line(5, "Enter a title").meta({ label: "Title" }),
  from: optionalDay().meta({ label: "From" }),
  until: optionalDay().meta({ label: "Until" }),
});

function sent(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, typed] of Object.entries(fields)) form.append(name, typed);
  return form;
}

test("fields with the same fault say which they are, and the others do not", () => {
  const both = stay.read(sent({ title: "", from: "31 Feb 2027", until: "30 Feb 2027" }), "2026-11-10");
  const noDay = "that day is not in the calendar. Enter a date like 12 Nov 2026";
  expect(both).toEqual({
    ok: false,
    errors: { title: "Enter a title", from: `From: ${noDay}`, until: `Until: ${noDay}` },
  });
  expect(stay.read(sent({ title: "Visit", from: "", until: "31 Feb 2027" }), "2026-11-10")).toEqual({
    ok: false,
    errors: { until: `T${noDay.slice(1)}` },
  });
});

test("what is wrong stands in the order of the page; a field that sent nothing keeps to the one before it", () => {
  const form = sent({ title: "", date: "", link: "" });
  const errors = { link: "c", title: "a", schedule: "a and a half", date: "b" };
  expect(Object.keys(asOnPage(form, errors))).toEqual(["title", "schedule", "date", "link"]);
});
