import { type AppLoadContext, createCookie } from "@remix-run/node";
import { findSignedInAccount, type SignedInAccount } from "./sessions.server.ts";

const SEVEN_DAYS_IN_SECONDS = 7 * 24 * 3_600;

/** Carries the session's id alone, a long random one; over https the `__Host-` prefix ties it to this host. */
export function sessionCookie(origin: string) {
  const secure = origin.startsWith("https:");
  return createCookie(secure ? "__Host-demarche" : "demarche", {
    httpOnly: true,
    secure,
    sameSite: "lax",
    path: "/",
    maxAge: SEVEN_DAYS_IN_SECONDS,
  });
}

const known = new WeakMap<AppLoadContext, Promise<SignedInAccount | null>>();

/** The account whose session the request carries; looked up once a request, however many loaders ask. */
export function signedInAccount(request: Request, context: AppLoadContext): Promise<SignedInAccount | null> {
  const asked = known.get(context) ?? lookUp(request, context);
  known.set(context, asked);
  return asked;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<SignedInAccount | null> {
  const id: unknown = await sessionCookie(context.origin).parse(request.headers.get("Cookie"));
  return typeof id === "string" ? findSignedInAccount(context.database, id, context.now()) : null;
}
