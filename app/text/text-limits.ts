/** The longest texts of a library, in characters (UTF-16 units): generous for people, small for a page. */
export const TEXT_LIMITS = {
  title: 200,
  name: 100,
  line: 500,
  statement: 2_000,
  text: 5_000,
} as const;
