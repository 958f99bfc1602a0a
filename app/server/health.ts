import type { IncomingMessage, ServerResponse } from "node:http";
import type { DatabaseCondition } from "#db/condition.server.ts";

/** Answers the two questions that a supervisor asks without signing in; true when it was one of them. */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  conditionOf: () => Promise<DatabaseCondition>,
): Promise<boolean> {
  const path = (request.url ?? "").split("?")[0];
  if (path === "/healthz") {
    say(response, 200, "alive");
    return true;
  }
  if (path === "/readyz") {
    const condition = await conditionOf();
    say(response, condition === "ready" ? 200 : 503, condition);
    return true;
  }
  return false;
}

function say(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ status: word }));
}
