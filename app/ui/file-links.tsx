import { FORMATS, type Format } from "#app/documents/formats.ts";

/** Links to a document in each of its formats; `named` says what a format is called here, if otherwise. */
export function FileLinks({
  of,
  formats,
  search = "",
  named = {},
}: {
  of: string;
  formats: readonly Format[];
  search?: string;
  named?: Partial<Record<Format, string>>;
}) {
  return formats.map((format) => (
    <a key={format} className="btn" href={`${of}.${format}${search}`}>
      {named[format] ?? FORMATS[format].says}
    </a>
  ));
}
