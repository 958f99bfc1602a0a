import type { ServerResponse } from "node:http";
import helmet from "helmet";

const STAY_SECURE = 31_536_000;

/**
 * The headers of every answer to a browser. `style-src-attr 'unsafe-inline'` lets charts place marks by a style attribute;
 * no script and no style sheet is ever inline, so none needs a nonce. `Referrer-Policy: same-origin`, since
 * `no-referrer` makes browsers send `Origin: null` with plain forms.
 */
export function securityHeaders(isHttps: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: isHttps ? { maxAge: STAY_SECURE, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
  });
}

/**
 * The headers of every answer under a feed's address, refusals included: a calendar program asks each hour, and what only
 * a page in a browser needs would be half of what it gets. A page that comes from there may load nothing.
 */
export function feedHeaders(isHttps: boolean): (response: ServerResponse) => void {
  const headers = new Map([
    ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
    ["X-Robots-Tag", "noindex"],
  ]);
  if (isHttps) headers.set("Strict-Transport-Security", `max-age=${STAY_SECURE}`);
  return (response) => void response.setHeaders(headers);
}
