import type { FormValues } from "#app/http/form-values.ts";
import { TextInput } from "./controls.tsx";
import { ErrorSummary, FormFrame } from "./form-frame.tsx";

/** E-mail and password. `to` is the page that opens afterwards; `kept` is what was typed there when a session ran out. */
export function SignInForm({
  email = "",
  errors = null,
  to,
  kept = null,
}: {
  email?: string;
  errors?: Readonly<Record<string, string>> | null;
  to: string;
  kept?: FormValues | null;
}) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <FormFrame
        action="/sign-in"
        className="form"
        encType={kept === null ? undefined : "multipart/form-data"}
      >
        <input type="hidden" name="to" value={to} />
        {kept === null ? null : <input type="hidden" name="kept" value={JSON.stringify(kept)} />}
        <TextInput
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          error={errors?.email}
        />
        <TextInput
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={errors?.password}
        />
        <p>
          <button className="button primary large" type="submit" data-pending="Signing in…">
            Sign in
          </button>
        </p>
        <p className="note">
          You stay signed in for 7 days, but are signed out after 12 hours without activity. No password? Ask
          your administrator.
        </p>
      </FormFrame>
    </>
  );
}
