import type { Crumb } from "#app/ui/page-head.tsx";

/** Where a page of a visit stands: under its programme. */
export function crumbsOf({ here, title }: { here: string; title: string }, page: string): Crumb[] {
  return [
    { label: title, to: here.slice(0, here.lastIndexOf("/")) },
    { label: "Programme", to: here },
    { label: page, to: null },
  ];
}
