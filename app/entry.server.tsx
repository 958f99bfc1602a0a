import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { faultForTheLog } from "#app/http/fault.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { EnhancementSource } from "#app/ui/enhancement-script.tsx";
import { Reference } from "#app/ui/error-page.tsx";
import { Today } from "#app/ui/two-clocks.tsx";
import { nextTurn } from "#db/in-turns.server.ts";

/** Renders a page whole: no browser hydrates it, so it carries no marks and no data for React. Others are let in before. */
export default async function answerPage(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  await nextTurn();
  const markup = renderToStaticMarkup(
    <EnhancementSource.Provider value={page.manifest.entry.module}>
      <Reference.Provider value={context.reference}>
        <Today.Provider value={dateIn(context.now(), WASHINGTON)}>
          <RemixServer context={page} url={request.url} />
        </Today.Provider>
      </Reference.Provider>
    </EnhancementSource.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const retryAfter = retryAfterOf(page);
  if (retryAfter !== null) headers.set("Retry-After", retryAfter);
  const html = `<!DOCTYPE html>${isFormRefused(request, status) ? titledError(markup) : markup}`;
  // As bytes: a Response checks and encodes a text of its own accord, at many times the cost.
  return new Response(Buffer.from(html), { status, headers });
}

/** Of what a loader or action says in headers Remix passes on cookies alone; when to ask again has to arrive, too. */
function retryAfterOf({
  staticHandlerContext: { actionHeaders, loaderHeaders },
}: EntryContext): string | null {
  const said = [...Object.values(actionHeaders), ...Object.values(loaderHeaders)];
  return said.map((headers) => headers.get("Retry-After")).find((after) => after !== null) ?? null;
}

function isFormRefused(request: Request, status: number): boolean {
  return request.method === "POST" && (status === 400 || status === 409);
}

/** Somebody who listens hears first that the form was refused (GOV.UK); `meta` does not know what an action answered. */
function titledError(markup: string): string {
  return markup.replace("<title>", "<title>Error: ");
}

/** Remix tells of every fault in a loader, action or page; a browser that left or an unknown address is none. */
export function handleError(
  fault: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || (isRouteErrorResponse(fault) && fault.status < 500)) return;
  context.log.error({ reference: context.reference, ...faultForTheLog(fault) });
}
