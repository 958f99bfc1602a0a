import fc from "fast-check";
import { expect, test } from "vitest";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { composeDigest, type DigestSection } from "#app/campaign/due-mail/compose-digest.ts";
import { composeLetter } from "#app/campaign/mail/compose-letter.ts";
import { isAtOnce, LETTER_KINDS, oneLine, type WaitingLetter } from "#app/campaign/mail/letter.ts";

const ORIGIN = "https://demarche.example";
const open = { origin: ORIGIN, homeZone: "Europe/Prague", showsTitles: true } as const;
const shut = { ...open, showsTitles: false } as const;

function letter(given: Partial<WaitingLetter> = {}): WaitingLetter {
  return {
    kind: "clearance asked",
    title: "Office call with Ms Hadley",
    handling: "TLP:AMBER",
    path: "/c/esa/talking-points/abc",
    by: "Jan Novák",
    dueAt: null,
    answer: null,
    staleSources: [],
    ...given,
  };
}

test("a letter says who did what, by when on both clocks, and where", () => {
  const dueAt = new Date("2026-11-10T17:00:00.000Z");
  const { subject, text } = composeLetter(letter({ dueAt }), open);
  expect(subject).toBe("Clearance requested: Office call with Ms Hadley");
  expect(text).toBe(`Jan Novák asks you to clear a text.

“Office call with Ms Hadley” (TLP:AMBER)

It is due Tue 10 Nov 2026, 12:00 in Washington, 18:00 in Prague.

${ORIGIN}/c/esa/talking-points/abc

--\u0020
Sent by Demarche because your account asks for it. To change this: ${ORIGIN}/account/mail
`);
});

test.each([
  ["clearance answered", "cleared", "Your text was cleared by Jan Novák."],
  ["clearance answered", "agreed", "Your text was agreed to by Jan Novák. Other desks have yet to agree"],
  ["clearance answered", "returned", "Your text was returned by Jan Novák, with reasons."],
  ["clearance due", null, "A text is waiting for your clearance."],
  ["for information", null, "No action is needed."],
  ["hold placed", null, "Jan Novák has placed a hold on a message that your papers or events use."],
  ["hold lifted", null, "has been lifted by Jan Novák."],
  ["new line", null, "A holding line now replaces the wording you had."],
  ["line expired", null, "A holding line has expired and can no longer be used."],
  ["release asked", null, "Jan Novák asks you, as head of mission, to release a holding line"],
] as const)("%s, %s: %s", (kind, answer, sentence) => {
  expect(composeLetter(letter({ kind, answer }), open).text).toContain(sentence);
});

test("what nobody did names nobody", () => {
  const { text } = composeLetter(letter({ kind: "clearance answered", answer: "cleared", by: null }), open);
  expect(text).toContain("Your text was cleared.");
});

test("the stale sources of a paper are named by code with the day since, whatever may be quoted", () => {
  const staleSources = [
    { code: "P3", since: "2026-11-09" },
    { code: "P12", since: "2026-11-10" },
  ] as const;
  expect(composeLetter(letter({ staleSources }), shut).text).toContain(
    "STALE: proof points P3 since Mon 9 Nov 2026, P12 since Tue 10 Nov 2026.",
  );
});

test("no letter of any kind carries a title where that is not allowed, or where it is TLP:RED", () => {
  for (const kind of LETTER_KINDS) {
    if (kind === "digest") continue;
    for (const { subject, text } of [
      composeLetter(letter({ kind }), shut),
      composeLetter(letter({ kind, handling: "TLP:RED" }), open),
    ])
      expect(subject + text).not.toContain("Hadley");
  }
});

test("no name or title breaks a line, adds a header or turns the direction of writing", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(anyText, anyText, (title, by) => {
      const { subject, text } = composeLetter(letter({ title: `T${title}`, by: `B${by}` }), open);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(text.split("\n\n")).toHaveLength(4);
    }),
  );
  expect(oneLine("a\r\nBcc: b\u202ec\0d")).toBe("a Bcc: b c d");
  expect([...oneLine("ř".repeat(400))]).toHaveLength(150);
});

const needs: Need[] = [
  {
    need: "returned",
    what: "Talking points",
    title: "Office call with Ms Hadley",
    place: "/c/esa/talking-points/abc",
  },
  { need: "stale proof points", points: [{ code: "P3", since: "2026-11-09" }] },
];

function section(given: Partial<DigestSection> = {}): DigestSection {
  const around = {
    campaignId: "esa",
    homeZone: "Europe/Prague",
    now: new Date("2026-11-10T12:30:00.000Z"),
  } as const;
  return {
    campaignName: "Strategická autonomie",
    campaignId: "esa",
    handling: "TLP:AMBER",
    needs: needs.map((need) => needInWords(need, around)),
    ...given,
  };
}

test("the digest lists what waits, campaign by campaign, each with its page", () => {
  const digest = composeDigest(
    [section(), section({ campaignName: "Empty", needs: [] })],
    "2026-11-10",
    open,
  );
  expect(digest?.subject).toBe("2 things are waiting for you, Tue 10 Nov");
  expect(digest?.text).toBe(`2 things are waiting for you on Tuesday 10 November 2026.

Strategická autonomie (TLP:AMBER): ${ORIGIN}/c/esa

* Talking points returned: Office call with Ms Hadley
  ${ORIGIN}/c/esa/talking-points/abc

* 1 proof point is stale: P3 since Mon 9 Nov
  ${ORIGIN}/c/esa/proof-points

--\u0020
Sent by Demarche because your account asks for it. To change this: ${ORIGIN}/account/mail
`);
});

test("without leave to name things the digest says what and where, and the codes of what is stale", () => {
  const text = composeDigest([section()], "2026-11-10", shut)?.text ?? "";
  expect(text).not.toMatch(/Hadley|autonomie/);
  expect(text).toContain("* Talking points returned\n");
  expect(text).toContain("1 proof point is stale: P3 since Mon 9 Nov");
});

test("nothing waits, no digest", () => {
  expect(composeDigest([], "2026-11-10", open)).toBeNull();
  expect(composeDigest([section({ needs: [] })], "2026-11-10", open)).toBeNull();
});

test("what is sent to know of says so in its subject, and a line of 150 characters is whole", () => {
  expect(composeLetter(letter({ kind: "for information" }), open).subject).toBe(
    "For your information: Office call with Ms Hadley",
  );
  expect(oneLine("a".repeat(150))).toBe("a".repeat(150));
  expect(oneLine("a".repeat(151))).toBe(`${"a".repeat(149)}…`);
});

test("an account that wants no mail at once still gets its digest and its test", () => {
  expect(LETTER_KINDS.filter((kind) => !isAtOnce(kind))).toEqual(
    LETTER_KINDS.filter((kind) => kind === "digest" || kind === "test"),
  );
});
