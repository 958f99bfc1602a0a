import { expect, test } from "vitest";
import { fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { FORMATS, type Format, isFormat } from "#app/documents/formats.ts";

const at = (path: string) => formatAsked(new URL(path, "https://demarche.example"));

test("the ending of an address names the format, as the router takes it: in capitals, with a slash after it", () => {
  const asked = Object.keys(FORMATS).filter(isFormat);
  expect(asked.map((format) => at(`/c/a.b/reports/coverage.${format}?on=2.1.2026`))).toEqual(asked);
  expect(at("/c/a/talking-points/1.PDF")).toBe("pdf");
  expect(at("/c/a/talking-points/1.md/")).toBe("md");
});

test("an address that names no format is answered with 404", () => {
  for (const path of [
    "/c/a/reports/coverage",
    "/c/a/reports/coverage.exe",
    "/c/a.pdf/reports",
    "/x.toString",
  ]) {
    const refused = (() => {
      try {
        return at(path);
      } catch (answer) {
        return answer;
      }
    })();
    expect(refused, path).toMatchObject({ status: 404 });
  }
});

function named(name: string, format: Format) {
  return fileAnswer(name, format, "").headers.get("Content-Disposition");
}

test("a file has its title as its name, for old programs in plain letters, and never signs that end the header", () => {
  expect(named("coverage-nato-2026-11-10", "csv")).toBe(
    'attachment; filename="coverage-nato-2026-11-10.csv"',
  );
  expect(named('Štáb "senátu"\r\nX: y', "pdf")).toBe(
    `attachment; filename="Stab senatu X y.pdf"; filename*=UTF-8''%C5%A0t%C3%A1b%20sen%C3%A1tu%20X%20y.pdf`,
  );
  expect(named("...", "docx")).toContain('filename="Talking points.docx"');
});
