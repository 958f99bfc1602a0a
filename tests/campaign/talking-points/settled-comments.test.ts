import fc from "fast-check";
import { expect, test } from "vitest";
import { maySettle, sideOf } from "#app/campaign/talking-points/clearing/comments.ts";
import { desk, person } from "../../support/builders/clearance-round.ts";

const embassy = desk({ side: "embassy", clearersOfSide: [person("Petr"), person("Marta")] });
const ministry = desk({ clearersOfSide: [person("Tomas"), person("Ivana")] });
const nato = desk({ holder: person("Lenka", false), deputy: person("Hana", false), clearersOfSide: [] });
const among = { drafterId: "jana", desks: [embassy, ministry, nato] };

test("who clears for the ministry or sits at a desk of it speaks for it, everybody else for the embassy", () => {
  const side = (who: string) => sideOf(who, among.desks);
  expect(["tomas", "ivana", "lenka", "hana"].map(side)).toEqual(Array(4).fill("ministry"));
  expect(["petr", "marta", "jana", "stranger"].map(side)).toEqual(Array(4).fill("embassy"));
});

test("the ministry's comment is settled by its author, that desk and the clearers of the ministry alone", () => {
  const settles = (who: string, madeById: string, side: "embassy" | "ministry") =>
    maySettle({ madeById, side }, who, among);
  const everybody = ["petr", "marta", "tomas", "ivana", "lenka", "hana", "jana", "stranger"];
  const who = (madeById: string, side: "embassy" | "ministry") =>
    everybody.filter((one) => settles(one, madeById, side));
  expect(who("tomas", "ministry")).toEqual(["tomas", "ivana"]);
  expect(who("lenka", "ministry")).toEqual(["tomas", "ivana", "lenka", "hana"]);
  expect(who("petr", "embassy")).toEqual(["petr", "marta"]);
  expect(who("jana", "embassy")).toEqual(["petr", "marta", "jana"]);
  // Who has left the ministry since leaves the comment with the ministry.
  expect(who("stranger", "ministry")).toEqual(["tomas", "ivana", "stranger"]);
});

test("the officer who drafted the paper settles nobody else's comment, whatever desk or role is hers", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("petr", "tomas", "lenka", "hana"),
      fc.constantFrom("petr", "tomas", "lenka", "hana"),
      fc.constantFrom("embassy" as const, "ministry" as const),
      (drafterId, madeById, side) => {
        const may = maySettle({ madeById, side }, drafterId, { ...among, drafterId });
        expect(may).toBe(drafterId === madeById);
      },
    ),
  );
});
