import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { day, line, optionalDay } from "#app/http/fields.ts";
import { receiveForm, receiveFormOfNobody, valuesOf } from "#app/http/form.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { record } from "#app/http/record.ts";
import { afterChange, refuseByRule, refuseForm, refuseStale } from "#app/http/save-form.server.ts";
import type { Database } from "#db/database.server.ts";
import { type Arriving, arrivalAt, formOf } from "../support/arrival.ts";
import { freshDatabase } from "../support/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
});

const fields = (...given: [string, string | File][]) => formOf(given);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    async (refusal: Response) => [refusal.status, await refusal.text()],
  );

test("a form of ours is taken, and what is none is refused with its reason", async () => {
  const receive = (form: Arriving["form"], kind: "form" | "form with files" = "form") =>
    receiveForm(arrivalAt(database, { form: form ?? null }).context, kind);
  const file = new File(["x"], "f.txt");
  expect([...(await receive(fields(["rows[0].text", "a"], ["f", new File([], "")]))).keys()]).toHaveLength(2);
  expect((await receive(fields(["f", file]), "form with files")).get("f")).toBeInstanceOf(File);
  expect(await refusalOf(receive(fields(["f", file])))).toEqual([
    400,
    "Files cannot be sent with this form.",
  ]);
  for (const name of ["__proto__", "constructor", "toString", "a[__proto__]", "["])
    expect(await refusalOf(receive(fields([name, "1"]))), name).toEqual([
      400,
      "This form has a field that Demarche does not know. Reload the page and try again.",
    ]);
  const nul = [400, expect.stringMatching(/^The text contains a NUL character/)];
  expect(await refusalOf(receive(fields(["a", "x\0y"])))).toEqual(nul);
  expect(await refusalOf(receive(fields(["a\0b", "x"])))).toEqual(nul);
  expect(await refusalOf(receive(fields(["a\0b", file]), "form with files"))).toEqual(nul);
  const refused = { ok: false, refusal: { status: 413, sentence: "Too large" } } as const;
  expect(await refusalOf(receive(refused))).toEqual([413, "Too large"]);
});

test("of a form of nobody what is too large is no form, and anything else that is none is refused", async () => {
  const receive = (form: Arriving["form"]) =>
    receiveFormOfNobody(arrivalAt(database, { form: form ?? null }).context);
  expect((await receive(fields(["a", "1"])))?.get("a")).toBe("1");
  expect(await receive({ ok: false, refusal: { status: 413, sentence: "Too large" } })).toBeNull();
  expect(await refusalOf(receive({ ok: false, refusal: { status: 400, sentence: "Broken" } }))).toEqual([
    400,
    "Broken",
  ]);
  expect(await refusalOf(receive(fields(["__proto__", "1"])))).not.toBeNull();
});

test("a refusal of one sentence stands without a full stop, one of several with", () => {
  const { data } = refuseForm(new FormData(), {
    one: "The event is already cancelled.",
    named: "Choose “Rec. 5” from the list",
    several: "The event is cancelled. Reinstate it first",
    asked: "Days or hours? Write 12-14 Nov",
    done: "Nothing was saved. Try again.",
  });
  expect(data.errors).toEqual({
    one: "The event is already cancelled",
    named: "Choose “Rec. 5” from the list",
    several: "The event is cancelled. Reinstate it first.",
    asked: "Days or hours? Write 12-14 Nov.",
    done: "Nothing was saved. Try again.",
  });
});

test("what was typed is given back by name, with plain line ends and without files or secrets", () => {
  const { form } = fields(
    ...([
      ["a", "1\r\n2"],
      ["a", "3"],
      ["b", ""],
      ["f", new File(["x"], "f")],
    ] as [string, string | File][]),
    ...["password", "newPassword", "currentPassword"].map((name) => [name, "secret"] as [string, string]),
  );
  expect(valuesOf(form)).toEqual({ a: ["1\n2", "3"], b: [""] });
  const errors = { a: "No" };
  const values = valuesOf(form);
  expect(refuseForm(form, errors)).toMatchObject({
    data: { values, errors, stale: null },
    init: { status: 400 },
  });
  expect(refuseByRule(form, "No")).toMatchObject({
    data: { values, errors: { "": "No" }, stale: null },
    init: { status: 409 },
  });
  const stale = { by: "Eva", at: "then", version: 7, theirs: { a: ["9"] } };
  expect(refuseStale(form, stale)).toMatchObject({
    data: { values: { ...values, version: ["7"] }, errors: {}, stale },
    init: { status: 409 },
  });
});

test("a form is read by its schema: nested by name, empty fields absent but in rows, one error a field", () => {
  const schema = z.object({
    title: z.string().optional(),
    rows: z.array(z.object({ text: z.string().optional() })).optional(),
    kind: z.enum(["a", "b"]).optional(),
    short: z.string().max(1_000).regex(/^x*$/, "Only x").optional(),
    many: z.array(z.string()).max(1).optional(),
  });
  const read = (...given: [string, string | File][]) => readForm(fields(...given).form, schema);
  expect(
    read(["title", ""], ["rows[0].text", ""], ["rows[1].text", "1\r\n2"], ["f", new File(["x"], "f")]),
  ).toEqual({ ok: true, value: { rows: [{ text: "" }, { text: "1\n2" }] } });
  expect(read(["kind", "c"], ["short", `${"x".repeat(1_000)}y`])).toEqual({
    ok: false,
    errors: { kind: "Choose one from the list", short: "Use 1,000 characters at most" },
  });
  expect(read(["many", "1"], ["many", "2"])).toEqual({ ok: false, errors: { many: "Choose 1 at most" } });
  const nested = z.object({ rows: z.array(z.object({ text: z.string().max(1) })) });
  expect(readForm(fields(["rows[1].text", "ab"], ["rows[0].text", "a"]).form, nested)).toEqual({
    ok: false,
    errors: { "rows[1].text": "Use 1 characters at most" },
  });
});

test("after a change the page says what was done, before its fragment and after its query", () => {
  const to = (location: string) => {
    const answer = afterChange({ changeId: "a&b", location });
    return [answer.status, answer.headers.get("Location")];
  };
  expect(to("/x")).toEqual([303, "/x?done=a%26b"]);
  expect(to("/x?q=1")).toEqual([303, "/x?q=1&done=a%26b"]);
  expect(to("/x#part")).toEqual([303, "/x?done=a%26b#part"]);
  expect(to("")).toEqual([303, "?done=a%26b"]);
});

test("a day of nothing but spaces is no day; what is wrong beside it is said with the rest", () => {
  const days = record({
    from: day().meta({ label: "From" }),
    to: optionalDay().meta({ label: "To" }),
    note: line(10, "Write a note").meta({ label: "Note" }),
  });
  const typed = (...given: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of given) form.set(name, value);
    return form;
  };
  expect(days.read(typed(["from", "12 Nov 2026"], ["to", "  "], ["note", "Late"]), "2026-11-10")).toEqual({
    ok: true,
    value: { from: "2026-11-12", to: null, note: "Late" },
  });
  const refused = days.read(typed(["from", " "], ["to", "30 Feb"]), "2026-11-10");
  expect(Object.keys(refused.ok ? {} : refused.errors).sort()).toEqual(["from", "note", "to"]);
});
