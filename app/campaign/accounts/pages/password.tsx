import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { signedInAction, signedInPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { afterChange, refuseForm } from "#app/http/save-form.server.ts";
import { revokeSessionsOf } from "#app/http/sessions.server.ts";
import { AccountHead } from "#app/ui/account-heads.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { checkNewPassword, explainPasswordRefusal, LONGEST_PASSWORD } from "../account.ts";
import { hashPassword, isPassword } from "../password-hash.server.ts";
import { countAttempt, forgetAttempt } from "../sign-in-limit.server.ts";
import { findPasswordHash, setPassword } from "../store.server.ts";
import { NewPassword, typedPassword } from "./account-fields.tsx";

export const meta = () => pageTitle("Your password");

export const loader = signedInPage(async () => ({}));

const passwordForm = z.object({
  currentPassword: z.string({ error: "Enter your current password" }).max(4 * LONGEST_PASSWORD),
  newPassword: typedPassword,
});

/** A new password ends every other session of the account. */
export const action = signedInAction(
  async ({ account, context, database, form, author, submission, now }) => {
    const read = readForm(form, passwordForm);
    if (!read.ok) return refuseForm(form, read.errors);
    const attempt = { email: account.email, address: context.clientAddress, device: account.sessionHash };
    const counted = await countAttempt(database, attempt);
    if (!counted.ok) return refuseForm(form, { "": counted.sentence });
    const stored = await findPasswordHash(database.read, account.id);
    if (!(await isPassword(read.value.currentPassword, stored)))
      return refuseForm(form, { currentPassword: "That is not your current password" });
    await forgetAttempt(database, attempt);
    const checked = checkNewPassword(read.value.newPassword, account.email);
    if (!checked.ok) return refuseForm(form, { newPassword: explainPasswordRefusal(checked.reason) });
    const passwordHash = await hashPassword(checked.password);
    const saved = await database.change(author, submission, (change) =>
      setPassword(change, {
        id: account.id,
        passwordHash,
        summary: "Changed your password",
        location: "/account/password",
      }),
    );
    if (!saved.ok) return refuseForm(form, { "": "This account no longer exists." });
    await revokeSessionsOf(database, account.id, { allBut: account.sessionHash }, now);
    return afterChange(saved);
  },
);

export default function OwnPassword() {
  const errors = useActionData<typeof action>()?.errors;
  return (
    <>
      <AccountHead at="/account/password" sub="You will be signed out everywhere else." />
      <ErrorSummary errors={errors} />
      <FormFrame>
        <TextInput
          name="currentPassword"
          label="Current password"
          type="password"
          autoComplete="current-password"
          error={errors?.currentPassword}
        />
        <NewPassword name="newPassword" label="New password" error={errors?.newPassword} />
        <p className="save">
          <button className="button primary" type="submit" data-pending="Saving…">
            Change password
          </button>
        </p>
      </FormFrame>
    </>
  );
}
