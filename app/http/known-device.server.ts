import { createCookie } from "@remix-run/node";
import { DEVICE_KNOWN_DAYS } from "./known-devices.server.ts";

/**
 * Carries the id of a browser in which somebody has signed in, so that what others guess at the account does not lock its
 * owner out there. It opens nothing. Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export function deviceCookie(origin: string) {
  const secure = origin.startsWith("https:");
  return createCookie(secure ? "__Host-demarche-device" : "demarche-device", {
    httpOnly: true,
    secure,
    sameSite: "lax",
    path: "/",
    maxAge: DEVICE_KNOWN_DAYS * 24 * 3_600,
  });
}

/** The id that the browser carries, if it is one of ours in form; null for anything else. */
export async function deviceOf(request: Request, origin: string): Promise<string | null> {
  const id: unknown = await deviceCookie(origin).parse(request.headers.get("Cookie"));
  return typeof id === "string" && /^[A-Za-z0-9_-]{43}$/.test(id) ? id : null;
}
