import { textHash } from "#app/domain/talking-points/text-hash.ts";

/**
 * The hash that a clearance of an objection's reply is bound to: the objection's name and the reply, to the code
 * point (DOMAIN.md, objection: "with a cleared reply").
 */
export function objectionReplyHash({ name, reply }: { name: string; reply: string }): string {
  return textHash(["objection", name, reply]);
}
