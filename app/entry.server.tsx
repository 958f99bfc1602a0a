import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { faultForTheLog } from "#app/http/fault.ts";
import { EnhancementSource } from "#app/ui/enhancement-script.tsx";

/** Renders a page whole: no browser hydrates it, so it carries no marks and no data for React. */
export default function answerPage(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
): Response {
  const markup = renderToStaticMarkup(
    <EnhancementSource.Provider value={page.manifest.entry.module}>
      <RemixServer context={page} url={request.url} />
    </EnhancementSource.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${markup}`, { status, headers });
}

/** Remix tells of every fault in a loader, action or page; a browser that left or an unknown address is none. */
export function handleError(
  fault: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || (isRouteErrorResponse(fault) && fault.status < 500)) return;
  context.log.error({ reference: context.reference, ...faultForTheLog(fault) });
}
