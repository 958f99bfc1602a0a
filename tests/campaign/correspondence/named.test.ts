import { expect, test } from "vitest";
import { namesAny } from "#app/campaign/correspondence/meeting/named.ts";

/** Members of Congress whose names are everyday words, months, places or peoples. */
const MEMBERS = [
  ...["J. French Hill", "Jim Jordan", "Virginia Foxx", "Tom Cotton", "Jim Banks", "Pete Sessions", "Ed Case"],
  ...["Cleo Fields", "Dale W. Strong", "Troy Downing", "Keith Self", "Randy Fine", "Josh Harder", "Dave Min"],
  ...["Shomari Figures", "Mike Rounds", "James C. Justice", "Angus S. King Jr.", "Chip Roy", "Mark Green"],
  ...["Grace Meng", "Richard “Rich” McCormick", "Jefferson Van Drew", "Roger Marshall", "Nick LaLota"],
  ...["Will Grant", "Theresa May", "Jodey C. Arrington", "Don Bacon", "Al Green"],
];

test.for([
  "Will not move before May.",
  "May reopen the case in the new year; Grants are decided in May.",
  "The Hill is moving on, and so is Capitol Hill.",
  "Georgia and Jordan are not on the list. Jordan has a treaty of its own.",
  "Sessions end in May; the House is back on 1 June.",
  "Rich in detail: fine figures, a strong case. Figures help. Case closed.",
  "Banks and Green Party members are harder to sell it to. Harder still: the White House.",
  "Asked for the Marshall Plan as a comparison, and for French figures.",
  "Don’t quote the Justice Department. Self-interest decides. Min. two weeks.",
  "Strong on West Virginia. Fields of work: Grace period, Marks of respect, Price. Mark the day.",
  "Will members vote? Will this be read?",
  "What we ask. Will they vote? “Will they?” (May be.) Van hire, cotton, bacon.",
])("an ordinary sentence names nobody, whoever is called by its words: %s", (text) => {
  expect(MEMBERS.filter((name) => namesAny(text, [name]))).toEqual([]);
});

test.for([
  ["Will call back, said Mr Grant.", "Will Grant"],
  ["We told Will about it.", "Will Grant"],
  ["To call Will Friday.", "Will Grant"],
  ["Will wants text, not adjectives.", "Will Grant"],
  ["Will: yes.", "Will Grant"],
  ["Will to send the list.", "Will Grant"],
  ["Grant’s own view is another.", "Will Grant"],
  ["Grant decides.", "Will Grant"],
  ["Case decided to wait.", "Ed Case"],
  ["Hill would rather see it in writing.", "J. French Hill"],
  ["French Hill is open to it.", "J. French Hill"],
  ["Hill, French: open to it.", "J. French Hill"],
  ["Open to it, as F. Hill told us.", "J. French Hill"],
  ["Chairman Hill will hold a hearing.", "J. French Hill"],
  ["Sen. King and Rep. Jordan agree.", "Jim Jordan"],
  ["A line for Case would help.", "Ed Case"],
  ["Jordan asked for a paper.", "Jim Jordan"],
  ["We told Jordan so.", "Jim Jordan"],
  ["Foxx decides.", "Virginia Foxx"],
  ["Thank Virginia Foxx.", "Virginia Foxx"],
  ["Cerny agreed; CERNY again", "Robin Černý"],
  ["Robina Černého se zeptáme.", "Robin Černý"],
] as const)("a person is known by name in: %s (%s)", ([text, name]) => {
  expect(namesAny(text, [name])).toBe(true);
});

test("a name is known with its endings, and not in a longer word that begins as it does", () => {
  for (const text of ["Nováka", "Novákovi", "s Novákem", "Nováková", "Novákovou"])
    expect(namesAny(`Ask ${text} again.`, ["Jan Novák"])).toBe(true);
  expect(namesAny("Romania and Pennsylvania are Markets.", ["Roma Penn", "Mark Mark"])).toBe(false);
});
