import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WriteAboutMeeting } from "#app/campaign/outreach-events/write-about-meeting.tsx";

const written = (names: readonly string[]) => {
  const people = names.map((name, at) => ({ id: `p${at}`, name }));
  const html = renderToStaticMarkup(
    createElement(WriteAboutMeeting, { base: "/c/esa", eventId: "e", people }),
  );
  const [shown = "", folded = ""] = html.split("<summary>");
  const thanked = (part: string) => [...part.matchAll(/Thank-you note to (\w+)/g)].map(([, name]) => name);
  return { shown: thanked(shown), fold: folded.split("</summary>")[0], folded: thanked(folded) };
};

const NINE = ["Ann", "Ben", "Cy", "Dan", "Eve", "Fay", "Gil", "Hal", "Ida"];

test("everybody who was there can be thanked: six at once, the others behind one line", () => {
  const { shown, fold, folded } = written(NINE);
  expect(shown).toEqual(NINE.slice(0, 6));
  expect(fold).toBe("3 more people");
  expect(folded).toEqual(NINE.slice(6));
  expect(written(NINE.slice(0, 7)).shown).toEqual(NINE.slice(0, 7));
});
