import type { IncomingMessage, ServerResponse } from "node:http";
import { destination, type Logger, pino } from "pino";

/** The log goes to standard error as JSON, so that standard output has only what a person should read. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(2));
}

/** One line for each answer: no query, no name, no address, no token. */
export function logAnswer(log: Logger, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  response.on("close", () => {
    log.info({
      method: request.method,
      path: pathWithoutSecrets(request.url ?? "/"),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - started),
      complete: response.writableFinished,
    });
  });
}

/** Long path segments are identifiers or one-time tokens; a log keeps neither. */
export function pathWithoutSecrets(url: string): string {
  const path = url.split("?")[0] ?? "/";
  return path.slice(0, 200).replace(/[^/]{16,}/g, "…");
}
