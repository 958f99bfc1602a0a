import fc from "fast-check";
import { expect, test } from "vitest";
import { unknownAudiences } from "#app/campaign/messages/framings/framing.ts";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { faultInWords } from "#app/campaign/messages/library/library-fault.ts";
import {
  changeInLines,
  entryInWords,
  placeOfEntry,
} from "#app/campaign/messages/library/library-in-words.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { libraryEntries, nameOfChanges, planImport } from "#app/campaign/messages/library/plan-import.ts";
import { AUDIENCES, arbitraryLibrary } from "../../support/builders/arbitrary-library.ts";
import { library } from "../../support/builders/library.ts";

const utf8 = new TextEncoder();

function read(texts: readonly { name: string; text: string }[]) {
  return parseLibrary(texts.map(({ name, text }) => ({ name, bytes: utf8.encode(text) })));
}

const FRAMED = library({
  framings: [
    { message: 1, audience: "State, European bureau", text: "Roads that move American troops as well." },
    { message: 1, audience: "House Armed Services", text: "European responsibility inside the Alliance." },
  ],
});

test("whatever a library says is read back from its files as it was written, to the byte", () => {
  fc.assert(
    fc.property(arbitraryLibrary, (given) => {
      const written = formatLibrary(given);
      const again = read(written);
      expect(again.ok ? [] : again.faults.map(faultInWords)).toEqual([]);
      if (again.ok) expect(formatLibrary(again.library)).toEqual(written);
    }),
  );
});

test("the plan of an import is empty for the same library, and names what differs and nothing else", () => {
  fc.assert(
    fc.property(arbitraryLibrary, arbitraryLibrary, (files, product) => {
      const [there, here] = [[...libraryEntries(files)], [...libraryEntries(product)]];
      expect(planImport(here, here, here).changes).toEqual([]);
      const { changes, conflicts } = planImport(there, here, here);
      expect(conflicts).toEqual([]);
      const textOf = (entries: typeof there, kind: string, code: string) =>
        entries.find((one) => one.kind === kind && one.code === code)?.text ?? null;
      for (const { kind, code, before, after } of changes) {
        expect([before, after]).toEqual([textOf(here, kind, code), textOf(there, kind, code)]);
        expect(before).not.toBe(after);
      }
      const keys = new Set([...there, ...here].map(({ kind, code }) => `${kind}/${code}`));
      const same = [...keys].filter((key) => {
        const [kind = "", code = ""] = key.split("/");
        return textOf(there, kind, code) === textOf(here, kind, code);
      });
      expect(changes.length + same.length).toBe(keys.size);
    }),
  );
});

test("framings stand at the end of their message's file, by the name of the audience", () => {
  const [file] = formatLibrary(FRAMED);
  expect(
    file?.text.endsWith(`
## Framing for House Armed Services

European responsibility inside the Alliance.

## Framing for State, European bureau

Roads that move American troops as well.
`),
  ).toBe(true);
});

test("a framing that stands twice, or has no words, is refused at its line", () => {
  const faultsOf = (edit: (text: string) => string) => {
    const edited = formatLibrary(FRAMED).map((file) =>
      file.name === "message-1.md" ? { ...file, text: edit(file.text) } : file,
    );
    const parsed = read(edited);
    return parsed.ok ? [] : parsed.faults.map(faultInWords);
  };
  expect(faultsOf((text) => text.replaceAll("House Armed Services", "State, European bureau"))).toEqual([
    'message-1.md:20: "Framing for State, European bureau" appears here twice',
  ]);
  expect(faultsOf((text) => text.replace("European responsibility inside the Alliance.\n\n", ""))).toEqual([
    'message-1.md:16: "Framing for House Armed Services" is missing or has no text under it',
  ]);
});

test("a framing for an audience that the campaign does not have is a fault at its heading", () => {
  const { changes } = planImport([...libraryEntries(FRAMED)], [], []);
  const faults = unknownAudiences(FRAMED, changes, new Set(["House Armed Services"]));
  expect(faults.map(faultInWords)).toEqual([
    'message-1.md:20: the campaign has no audience called "State, European bureau"; add the audience first, or correct the name',
  ]);
});

test("every record is found at the line of its heading", () => {
  const files = formatLibrary(FRAMED);
  for (const entry of [...libraryEntries(FRAMED)]) {
    const { file, line } = placeOfEntry(files, entry);
    const heading = files.find(({ name }) => name === file)?.text.split("\n")[line - 1];
    if (entry.kind !== "key message") expect(entry.text.startsWith(`${heading}\n`)).toBe(true);
  }
});

test("a change reads as what goes and what comes", () => {
  const given = (text: string): Library => library({ framings: [{ message: 1, audience: "State", text }] });
  const plan = planImport(
    [...libraryEntries(given("New."))],
    [...libraryEntries(given("Old."))],
    [...libraryEntries(given("Old."))],
  );
  expect(plan.changes.flatMap(changeInLines)).toEqual([
    "changed: the framing of message 1 for State",
    "  - Old.",
    "  + New.",
  ]);
  const kinds = [...libraryEntries(given("x"))].map(entryInWords);
  expect(kinds).toEqual([
    "source nato",
    "proof point P1",
    "objection O1",
    "message 1",
    "the framing of message 1 for State",
  ]);
});

test("the name of the changes is another for any other change", () => {
  fc.assert(
    fc.property(arbitraryLibrary, arbitraryLibrary, (one, other) => {
      const changesOf = (files: Library) => planImport([...libraryEntries(files)], [], []).changes;
      const isSame = JSON.stringify(changesOf(one)) === JSON.stringify(changesOf(other));
      expect(nameOfChanges(changesOf(one)) === nameOfChanges(changesOf(other))).toBe(isSame);
    }),
  );
  expect(AUDIENCES).toHaveLength(3);
});
