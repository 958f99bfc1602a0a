import { z } from "zod";
import { identifier, line, optionalLine } from "#app/http/fields.ts";
import { ROLES } from "#app/http/permission.ts";
import { normaliseEmail } from "../email.ts";

/** What an administrator writes of an account; roles come as one choice for each campaign, "none" for no role. */
export const accountFields = {
  name: line(120, "Enter the person's name"),
  email: z.string({ error: "Enter an e-mail address" }).transform((typed, context) => {
    const email = normaliseEmail(typed);
    if (email === null)
      context.addIssue({ code: "custom", message: "Enter an e-mail address, like jana@embassy.example" });
    return email ?? "";
  }),
  position: optionalLine(120),
  isAdministrator: z.literal("yes").optional(),
  roles: z
    .array(z.object({ campaign: identifier, role: z.enum([...ROLES, "none"], { error: "Choose a role" }) }))
    .max(500)
    .default([]),
};

const written = z.object(accountFields);

/** What was written, in the words of the record. */
export function writtenAccount({ name, email, position, isAdministrator, roles }: z.infer<typeof written>) {
  return {
    name,
    email,
    position,
    isAdministrator: isAdministrator === "yes",
    roles: roles.map(({ campaign, role }) => ({ campaignId: campaign, role: role === "none" ? null : role })),
  };
}
