import { expect, test } from "vitest";
import { type CongressFiles, readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { congressFiles, smallCongress } from "../../support/builders/congress.ts";

function recordsOf(files: CongressFiles) {
  const reading = readCongress(files);
  if (!reading.ok) throw new Error(reading.fault);
  return reading;
}

function faultOf(files: CongressFiles): string {
  const reading = readCongress(files);
  return reading.ok ? "" : reading.fault;
}

function withBytes(name: keyof CongressFiles, change: (bytes: Uint8Array) => Uint8Array): CongressFiles {
  const files = congressFiles(smallCongress());
  return { ...files, [name]: { name: files[name].name, bytes: change(files[name].bytes) } };
}

test("chambers, committees and subcommittees become organisations below one another", () => {
  const { records } = recordsOf(congressFiles(smallCongress()));
  expect(records.organisations.map(({ key, kind, parentKey }) => [key, kind, parentKey])).toEqual([
    ["house", "chamber", null],
    ["senate", "chamber", null],
    ["SSFR", "committee", "senate"],
    ["SSFR01", "subcommittee", "SSFR"],
    ["JSPR", "committee", null],
  ]);
});

test("a member becomes a contact with the office of the present term", () => {
  const { records } = recordsOf(congressFiles(smallCongress()));
  expect(records.contacts[0]).toMatchObject({
    key: "N000001",
    name: "Jana Nováková",
    organisationKey: "senate",
    sortName: "novakova, jana",
    title: "Senator from Maine, Whig",
    phone: "202-555-0100",
    office: "",
  });
  const congress = smallCongress();
  const [first, ...rest] = congress.legislators;
  const named = (name: object) => {
    const legislators = [{ ...first, name: { first: "Jana", last: "Nováková", ...name } }, ...rest];
    return recordsOf(congressFiles({ ...congress, legislators })).records.contacts[0]?.name;
  };
  expect(named({})).toBe("Jana Nováková");
  expect(named({ middle: "M.", suffix: "Jr." })).toBe("Jana M. Nováková Jr.");
  expect(records.contacts[3]?.title).toBe("Representative from Alaska, at large, Whig");
});

test("everybody has a seat in a chamber, without a side, and one for each membership", () => {
  const { records } = recordsOf(congressFiles(smallCongress()));
  const seats = records.seats.map(({ organisationKey, contactKey, rank, side }) => [
    organisationKey,
    contactKey,
    rank,
    side,
  ]);
  expect(seats).toEqual([
    ["senate", "N000001", null, null],
    ["senate", "E000002", null, null],
    ["senate", "W000004", null, null],
    ["house", "O000003", null, null],
    ["SSFR", "N000001", 1, "majority"],
    ["SSFR", "E000002", 1, "minority"],
    ["SSFR01", "N000001", 1, "majority"],
    ["JSPR", "O000003", 2, "majority"],
  ]);
});

test("a seat of somebody who is no member is left out and remarked on", () => {
  const congress = smallCongress();
  congress.legislators = congress.legislators.filter((entry) => entry.id.bioguide !== "E000002");
  const { records, remarks } = recordsOf(congressFiles(congress));
  expect(records.seats.some((seat) => seat.contactKey === "E000002")).toBe(false);
  expect(remarks).toEqual([
    "committee-membership-current.json: seat of Tom Early (E000002) in SSFR left out: no such member on the list",
  ]);
});

test("a seat that stands twice counts once and is remarked on", () => {
  const congress = smallCongress();
  congress.membership.SSFR = [...congress.membership.SSFR, ...congress.membership.SSFR.slice(0, 1)];
  const { records, remarks } = recordsOf(congressFiles(congress));
  expect(records.seats.filter((seat) => seat.key === "SSFR:N000001")).toHaveLength(1);
  expect(remarks[0]).toContain("seat of Jana Nováková (N000001) in SSFR left out: it appears twice");
});

test("a missing essential is refused with file, line and place", () => {
  const congress = smallCongress();
  const committees = congress.committees.map(({ name: _, ...rest }) => rest);
  expect(faultOf(congressFiles({ ...congress, committees }))).toBe(
    "committees-current.json:2: [0].name is missing",
  );
});

test("what is missing is told from what is of another kind, for every kind of field", () => {
  const congress = smallCongress();
  const [first, ...rest] = congress.legislators;
  const term = (given: object) => {
    const legislators = [{ ...first, terms: [{ ...first?.terms[1], ...given }] }, ...rest];
    return faultOf(congressFiles({ ...congress, legislators }))?.replace(/^.*\.json:\d+: /, "");
  };
  expect(term({ state: undefined })).toBe("[0].terms[0].state is missing");
  expect(term({ state: 7 })).toBe("[0].terms[0].state is not text");
  expect(term({ start: undefined })).toBe("[0].terms[0].start is missing");
  expect(term({ start: 7 })).toBe("[0].terms[0].start is not a date in the form 2025-01-03");
  expect(term({ start: "2025-02-30" })).toBe(
    "[0].terms[0].start is not a date from 1900 to 2199 in the form 2025-01-03",
  );
  expect(term({ type: undefined })).toBe("[0].terms[0].type is missing");
  expect(term({ type: "king" })).toBe("[0].terms[0].type is not one of: rep, sen");
  expect(term({ district: -1 })).toBe("[0].terms[0].district is negative");
  expect(term({ district: 1.5 })).toBe("[0].terms[0].district is not a whole number");
  expect(term({ party: "" })).toBe("[0].terms[0].party is empty");
  expect(term({ party: "a".repeat(61) })).toBe("[0].terms[0].party is longer than 60 characters");
});

test("a fault in the present term is refused at its line; past terms are not read", () => {
  const congress = smallCongress();
  const [first, ...rest] = congress.legislators;
  const broken = { ...first, terms: [{ type: "king" }, { ...first?.terms[1], state: "Maine" }] };
  expect(faultOf(congressFiles({ ...congress, legislators: [broken, ...rest] }))).toBe(
    "legislators-current.json:25: [0].terms[1].state is not a state’s two letters",
  );
});

test("a member who stands twice in the file is refused", () => {
  const congress = smallCongress();
  const legislators = [...congress.legislators, ...congress.legislators.slice(0, 1)];
  expect(faultOf(congressFiles({ ...congress, legislators }))).toMatch(
    /^legislators-current\.json:\d+: N000001 appears twice$/,
  );
});

test("a file cut off in the middle is refused with the line where it ends", () => {
  const cut = withBytes("membership", (bytes) => bytes.slice(0, bytes.indexOf(0x2c) + 1));
  expect(faultOf(cut)).toBe("committee-membership-current.json:4: not JSON: the file ends too early");
});

test("a file in another encoding is refused with the line of the first foreign letter", () => {
  const latin = withBytes("membership", (bytes) =>
    Buffer.from(Buffer.from(bytes).toString("utf8"), "latin1"),
  );
  expect(faultOf(latin)).toBe("committee-membership-current.json:4: the file is not in UTF-8");
  const utf16 = withBytes("committees", (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes)}`, "utf16le"));
  expect(faultOf(utf16)).toBe("committees-current.json:1: the file is in UTF-16; it must be in UTF-8");
});

test("a UTF-8 byte order mark does no harm", () => {
  const marked = withBytes("committees", (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]));
  expect(readCongress(marked).ok).toBe(true);
});

test("an empty list, another shape, a NUL in a name and a lone surrogate are refused", () => {
  const congress = smallCongress();
  expect(faultOf(congressFiles({ ...congress, legislators: [] }))).toBe(
    "legislators-current.json:1: the file names no member",
  );
  expect(faultOf(congressFiles({ ...congress, membership: [] }))).toContain("the file is not a record");
  const named = (name: string) =>
    congressFiles({ ...congress, committees: [{ ...congress.committees[0], name }] });
  expect(faultOf(named("Senate\u0000"))).toContain("[0].name has characters that are not text");
  expect(faultOf(named("Senate\ud800"))).toContain("[0].name has characters that are not text");
});
