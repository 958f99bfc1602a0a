import { expect, test } from "vitest";
import { reportCsv } from "#app/documents/export-csv.ts";

test("each line of a report says how it may travel, and no typed text is run as a formula", () => {
  const rows = [
    ["=1+1", -0.4],
    ['Committee, "majority"', null],
  ];
  const csv = reportCsv({ kind: "reception", headers: ["audience", "level"], rows }, "TLP:AMBER");
  expect([...csv].join("")).toBe(
    '\ufeffaudience,level,handling\r\n\'=1+1,-0.4,TLP:AMBER\r\n"Committee, ""majority""",,TLP:AMBER\r\n',
  );
});
