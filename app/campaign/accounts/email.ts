import { z } from "zod";

const address = z.email().max(254);

/**
 * The one spelling under which an e-mail address names an account: trimmed, NFC, lower case; null when it is
 * no address or longer than 254 characters (RFC 5321, section 4.5.3.1.3, as corrected by erratum 1690).
 */
export function normaliseEmail(typed: string): string | null {
  const email = typed.trim().normalize("NFC").toLowerCase();
  return address.safeParse(email).success ? email : null;
}
