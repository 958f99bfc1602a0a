import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { faultInWords } from "#app/campaign/messages/library/library-fault.ts";
import { type LibraryFile, tidyLine, tidyText } from "#app/campaign/messages/library/library-file.ts";

import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import {
  library,
  libraryMessage,
  libraryObjection,
  libraryProofPoint,
  librarySource,
} from "../../support/builders/library.ts";

const utf8 = new TextEncoder();

function filesOf(given: Library): LibraryFile[] {
  return formatLibrary(given).map(({ name, text }) => ({ name, bytes: utf8.encode(text) }));
}

/** The faults of a library in which one file was edited. */
function faultsAfter(
  name: string,
  edit: (text: string) => string,
  given: Library = library(),
): readonly string[] {
  const files = formatLibrary(given).map((file) =>
    file.name === name ? { ...file, text: edit(file.text) } : file,
  );
  return faultsOf(files.map((file) => ({ name: file.name, bytes: utf8.encode(file.text) })));
}

function faultsOf(files: readonly LibraryFile[]): readonly string[] {
  const read = parseLibrary(files);
  return read.ok ? [] : read.faults.map(faultInWords);
}

const withoutLine = (start: string) => (text: string) =>
  text
    .split("\n")
    .filter((line) => !line.startsWith(start))
    .join("\n");

test("the library of the first campaign is sound, whole, and written as the export writes it", () => {
  const folder = new URL("../../../messages/", import.meta.url);
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
  const read = parseLibrary(files);
  if (!read.ok) throw new Error(read.faults.map(faultInWords).join("\n"));
  const { messages, objections, proofPoints, sources } = read.library;
  expect([messages.length, objections.length, proofPoints.length, sources.length]).toEqual([3, 10, 24, 49]);
  for (const { name, text } of formatLibrary(read.library)) {
    expect(files.find((file) => file.name === name)?.bytes.toString("utf8")).toBe(text);
  }
});

test("an older file is read as it was: what it calls the reply is the note to the speaker", () => {
  const given = library({
    objections: [libraryObjection({ wordsToSay: "", noteToSpeaker: "Agree.\n\nThen ask." })],
  });
  const older = formatLibrary(given).map(({ name, text }) => ({
    name,
    bytes: utf8.encode(text.replace("- Note to the speaker: ", "- Reply: ")),
  }));
  expect(parseLibrary(older)).toEqual({ ok: true, library: given });
  const both = (text: string) =>
    text.replace("- Note to the speaker: ", "- Reply: Once.\n- Note to the speaker: ");
  expect(faultsAfter("objections.md", both)).toEqual([
    'objections.md:15: "Note to the speaker" appears here twice',
  ]);
});

test("the sample has words to say to every objection but the one that waits for the capital", () => {
  const text = readFileSync(new URL("../../../messages/objections.md", import.meta.url), "utf8");
  const without = text
    .split("\n## ")
    .filter((one) => one.includes("- Note") && !one.includes("- Words to say: "));
  expect(without.map((one) => one.split(" ")[0])).toEqual(["O9"]);
});

test("the sample names both editions of the US share of GDP", () => {
  const text = readFileSync(new URL("../../../messages/proof-points.md", import.meta.url), "utf8");
  expect(text).toContain("United States, share of GDP, 2024 = 3.38 % (NATO, mid-2024)");
  expect(text).toContain("United States, share of GDP, 2024 = 3.19 % (NATO annual report, April 2025)");
});

test("a proof point without a source, or without a date, is refused with file and line", () => {
  expect(faultsAfter("proof-points.md", withoutLine("- Sources"))).toEqual([
    'proof-points.md:7: P1 has no line "- Sources: …"',
  ]);
  expect(faultsAfter("proof-points.md", withoutLine("- As of"))).toEqual([
    'proof-points.md:7: P1 has no line "- As of: …"',
  ]);
  expect(
    faultsAfter("proof-points.md", (text) => text.replace("As of: 2025-08-28", "As of: 2025-02-30")),
  ).toEqual([
    'proof-points.md:12: "As of" is "2025-02-30"; it takes a day like 2025-08-28, a month like 2025-08 or a year like 2025',
  ]);
});

test("a code that leads nowhere is refused where it is cited", () => {
  expect(faultsAfter("message-1.md", (text) => text.replace("[P1]", "[P1, P99]"))).toEqual([
    "message-1.md:4: message 1 cites P99, which is not in the library",
  ]);
  expect(
    faultsAfter("proof-points.md", (text) => text.replace("Sources: nato", "Sources: nato, un")),
  ).toEqual(["proof-points.md:11: P1 cites un, which is not in the library"]);
});

test("a code that stands twice is refused", () => {
  const twice = library({ objections: [libraryObjection(), libraryObjection({ name: "Again" })] });
  expect(faultsOf(filesOf(twice))).toEqual([
    "objections.md:16: O1 appears twice; each code may appear only once",
  ]);
});

test("an address that is not one of the web is refused", () => {
  for (const address of [
    "javascript:alert(1)",
    "data:text/html,x",
    "//nato.example",
    "https://a:b@nato.example",
  ]) {
    const given = library({ sources: [librarySource({ address })] });
    expect(faultsOf(filesOf(given))).toEqual([
      `sources.md:11: "${address}" is not a web address; it must begin with https:// or http://, or be "none"`,
    ]);
  }
});

test("front matter that is broken, unknown or missing is refused at its line", () => {
  const edit = (from: string, to: string) => faultsAfter("message-1.md", (text) => text.replace(from, to));
  expect(edit("---\n", "")).toEqual([
    "message-1.md:1: the file must begin with front matter: a line ---, the keys, and another line ---",
  ]);
  expect(edit("proofPoints: [P1]", "proofPoints: [P1")[0]).toMatch(
    /^message-1\.md:\d: the front matter cannot be read: /,
  );
  expect(edit("number: 1", "number: 1\ncolour: red")).toEqual([
    'message-1.md:4: the front matter has an unknown key "colour"',
  ]);
  expect(edit("number: 1\n", "")).toEqual(['message-1.md:1: the front matter has no key "number"']);
  expect(edit("number: 1", "number: one")).toEqual([
    'message-1.md:3: "number" takes a whole number from 1 to 999',
  ]);
  expect(edit("number: 1", "number: 2")[0]).toContain("message-1.md:3:");
  expect(edit("proofPoints: [P1]", "proofPoints: &a [P1]\nx: *a")[0]).toContain("message-1.md:5:");
});

test("a field that is unknown, twice or empty is refused, and so is a line without a place", () => {
  const edit = (to: string) =>
    faultsAfter("proof-points.md", (text) => text.replace("- As of: 2025-08-28", to));
  expect(edit("- As of: 2025-08-28\n- Colour: red")).toEqual([
    'proof-points.md:13: the field "Colour" is not recognised here',
  ]);
  expect(edit("- As of: 2025-08-28\n- As of: 2025")).toEqual([
    'proof-points.md:13: "As of" appears here twice',
  ]);
  expect(edit("- As of:")[0]).toBe('proof-points.md:12: the field "As of" is empty');
  expect(edit("- As of: 2025-08-28\nstray")[0]).toMatch(/^proof-points\.md:13: the line is not a heading/);
});

test("a file with Windows line ends, a byte-order mark, a merge under way, NUL or another encoding is refused", () => {
  const edit = (change: (text: string) => string) => faultsAfter("sources.md", change)[0];
  expect(edit((text) => text.replace("# Sources\n", "# Sources\r\n"))).toMatch(/^sources\.md:5: .*CR LF/);
  expect(edit((text) => `\ufeff${text}`)).toMatch(/^sources\.md:1: .*byte-order mark/);
  expect(edit((text) => text.replace("# Sources", "<<<<<<< HEAD\n# Sources"))).toMatch(
    /^sources\.md:5: .*merge/,
  );
  expect(edit((text) => text.replace("# Sources", "# Sour\0ces"))).toMatch(/^sources\.md:5: .*NUL/);
  const latin1 = filesOf(library()).map((file) =>
    file.name === "sources.md" ? { ...file, bytes: Uint8Array.of(0x23, 0x0a, 0x20, 0xe9, 0x0a) } : file,
  );
  expect(faultsOf(latin1)).toEqual(["sources.md:2: the file is not in UTF-8; save it as UTF-8"]);
});

test("a file over the limit is refused by its size, one that is missing or strange by its name", () => {
  const files = filesOf(library());
  expect(faultsOf([...files, { name: "message-2.md", bytes: new Uint8Array(1_000_001) }])).toEqual([
    "message-2.md:1: the file is too large; a library file may be at most 1 MB",
  ]);
  expect(faultsOf(files.filter(({ name }) => name !== "sources.md"))[0]).toBe(
    "sources.md:1: the file is missing; it should contain the library's sources",
  );
  expect(faultsOf([...files, { name: "notes.txt", bytes: utf8.encode("x") }])[0]).toMatch(
    /^notes\.txt:1: this file does not belong in a library/,
  );
  expect(faultsOf([...files, { name: "README.md", bytes: utf8.encode("x") }])).toEqual([]);
});

test("what the export would write otherwise is refused with the line that it would write", () => {
  expect(faultsAfter("message-1.md", (text) => text.replace("[P1]", '["P1"]'))).toEqual([
    "message-1.md:4: the export would write this line as: proofPoints: [P1]",
  ]);
  expect(faultsAfter("message-1.md", (text) => text.replace("number: 1", "number: 1 # first"))).toEqual([
    "message-1.md:3: the export would write this line as: number: 1",
  ]);
});

test("figures keep their edition", () => {
  const figures = [
    { what: "Share of GDP (estimate), 2024", value: "3.38 %", edition: "NATO, mid-2024" },
    { what: "Share of GDP (estimate), 2024", value: "3.19 %", edition: "NATO, April 2025" },
  ];
  const read = parseLibrary(filesOf(library({ proofPoints: [libraryProofPoint({ figures })] })));
  expect(read).toMatchObject({ ok: true, library: { proofPoints: [{ figures }] } });
  expect(
    faultsAfter("proof-points.md", (text) => text.replace("- Sources", "- Figure: 3.38 %\n- Sources"))[0],
  ).toMatch(/^proof-points\.md:11: "Figure" is "3\.38 %"; it takes a figure like /);
});

const anyText = fc
  .string({ unit: "binary", maxLength: 60 })
  .map((text) => tidyText(text.replaceAll("\0", "")));
const someText = anyText.filter((text) => text !== "");
const someLine = anyText.map(tidyLine).filter((line) => line !== "");

test("any texts that a person can type are read back as they were, byte for byte", () => {
  const texts = fc.record({ some: someText, any: anyText, other: anyText, line: someLine });
  fc.assert(
    fc.property(texts, ({ some, any, other, line }) => {
      const given = library({
        messages: [
          libraryMessage({ title: line, statement: some, talkingPoint: some, avoid: any, note: other }),
        ],
        objections: [libraryObjection({ name: line, says: some, wordsToSay: any, noteToSpeaker: other })],
        proofPoints: [libraryProofPoint({ claim: some, caveat: other, edition: line })],
        sources: [librarySource({ title: some, publisher: line })],
      });
      expect(parseLibrary(filesOf(given))).toEqual({ ok: true, library: given });
    }),
  );
});

test("no file makes the reader fail without a fault by file and line", () => {
  const names = formatLibrary(library()).map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 200 }), (name, bytes) => {
      const files = filesOf(library()).map((file) => (file.name === name ? { name, bytes } : file));
      for (const fault of faultsOf(files)) expect(fault).toMatch(/^[\w.-]+:\d+: ./);
    }),
  );
});

test("a library with one line taken out is refused or read, never crashes", () => {
  fc.assert(
    fc.property(
      fc.nat(14),
      fc.constantFrom("message-1.md", "objections.md", "proof-points.md"),
      (at, name) => {
        const edited = faultsAfter(name, (text) => text.split("\n").toSpliced(at, 1).join("\n"));
        for (const fault of edited) expect(fault).toMatch(/^[\w.-]+:\d+: ./);
      },
    ),
  );
});

test("lines after the end are refused at the first of them, and a value of one line in two says so", () => {
  expect(faultsAfter("message-1.md", (text) => `${text}\n`)).toEqual([
    expect.stringMatching(/^message-1\.md:\d+: /),
  ]);
  expect(faultsAfter("proof-points.md", (text) => text.replace("- As of: ", "- As of:  "))).not.toEqual([]);
});
