import { isWebAddress } from "./web-address.ts";

/** Whether words of a paper may link there: a web address as of a source, or a mail address after `mailto:`. */
export function isLinkAddress(address: string): boolean {
  return isWebAddress(address) || /^mailto:[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u.test(address);
}
