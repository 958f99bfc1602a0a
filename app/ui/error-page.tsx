import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { createContext, useContext } from "react";
import { z } from "zod";
import type { FormValues } from "#app/http/form-values.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Names this request in the log; the page of a fault shows it. */
export const Reference = createContext("");

const WORDS: Readonly<Record<number, { title: string; text: string }>> = {
  400: {
    title: "This request is not valid",
    text: "Something in the link is missing or wrong. Go back and try again.",
  },
  401: { title: "Sign in again", text: "Your session has ended." },
  403: { title: "Not allowed", text: "Your role in this campaign does not allow this." },
  404: { title: "Page not found", text: "Check the link." },
  409: { title: "This cannot be done now", text: "The record has changed. Go back and check it." },
  413: { title: "Too large", text: "What was sent is too large. Nothing was saved." },
  // Thrown with a sentence where the database is damaged; any other fault is no answer of a route.
  500: { title: "Not available", text: "Something went wrong here. Nothing was changed." },
  503: { title: "Not available now", text: "Nothing was changed; try again in a minute." },
};

const FAULT = {
  title: "Something went wrong",
  text: "The error has been recorded, and nothing already saved is lost. Try again; if it fails again, give your administrator the reference.",
};

/** What is said of an answer that is an error: a title and a sentence; a thrown sentence of our own is shown as it is. */
export function wordsFor(error: unknown): { status: number; title: string; text: string; isFault: boolean } {
  if (!isRouteErrorResponse(error)) return { status: 500, ...FAULT, isFault: true };
  const words = WORDS[error.status];
  if (words === undefined) return { status: error.status, ...FAULT, isFault: true };
  return {
    status: error.status,
    title: words.title,
    text: sentenceIn(error.data) ?? words.text,
    isFault: false,
  };
}

/** Our own refusals throw a sentence; the text of the framework's begins with "Error:". */
function sentenceIn(thrown: unknown): string | null {
  return typeof thrown === "string" && thrown !== "" && !thrown.startsWith("Error:") ? thrown : null;
}

const sessionOver = z.object({ to: z.string(), kept: z.record(z.string(), z.array(z.string())).nullable() });

/** An error that has no frame around it: nobody is signed in, or the frame itself failed. */
export function ErrorAlone({ error }: { error: unknown }) {
  return (
    <main id="main" className="wrap">
      <p className="brandline">Demarche</p>
      <ErrorPage error={error} />
    </main>
  );
}

export function ErrorPage({ error }: { error: unknown }) {
  const reference = useContext(Reference);
  const { pathname, search } = useLocation();
  const words = wordsFor(error);
  const signIn = sessionOver.safeParse(isRouteErrorResponse(error) ? error.data : null);
  if (signIn.success) return <SignInAgain {...signIn.data} />;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="secondary">{words.text}</p>
      <p>
        {words.isFault ? <a href={pathname + search}>Try again</a> : null}{" "}
        <a href="/">Go to your campaigns</a>
      </p>
      {words.isFault && reference !== "" ? <p className="note">Reference {reference}</p> : null}
    </>
  );
}

function SignInAgain({ to, kept }: { to: string; kept: FormValues | null }) {
  return (
    <>
      <h1>Sign in again</h1>
      <p className="secondary">
        {kept === null
          ? "Your session has ended, and what you sent is too long to be kept. Open another window and sign in there; then go back one page here and send it again."
          : "Your session has ended. What you typed is kept and will be there after you sign in; any file must be chosen again."}
      </p>
      <SignInForm to={to} kept={kept} />
    </>
  );
}
