import { printable } from "./printed-runs.ts";
import type { ReportDocument } from "./report-document.ts";

/** A report with each of its texts on one line, of signs that XML and paper can carry: what people typed may hold others. */
export function printableReport(report: ReportDocument): ReportDocument {
  return JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    typeof value === "string" ? printable(value).replaceAll("\n", " ") : value,
  );
}
