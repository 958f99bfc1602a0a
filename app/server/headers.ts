import helmet from "helmet";

/**
 * The headers of every answer. `style-src-attr 'unsafe-inline'` lets charts place marks by a style attribute;
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
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: "deny" },
  });
}
