import { AUDIENCES_ELSEWHERE } from "./audiences-elsewhere.ts";
import { AUDIENCES_IN_CONGRESS } from "./audiences-in-congress.ts";
import { SIBLING_AUDIENCES } from "./audiences-of-the-siblings.ts";
import type { SampleAudience } from "./sample-audience.ts";

/** Every audience of the three campaigns, the ten of the first one first; an audience may belong to several. */
export const AUDIENCES: readonly SampleAudience[] = [
  ...AUDIENCES_IN_CONGRESS,
  ...AUDIENCES_ELSEWHERE,
  ...SIBLING_AUDIENCES,
];
