import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";

const TOPICS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  [AUTONOMY]: [
    [
      "what the strategy asks for",
      "who covers what, and when",
      "forces for two theatres",
      "the years to 2035",
    ],
    ["military mobility", "one set of forces", "the declaration of 2023", "the EU and NATO", "duplication"],
    [
      "the budget figures",
      "burden-sharing",
      "ten years of growth",
      "arms bought in America",
      "both editions",
    ],
  ],
  [AGREEMENT]: [
    ["ranges and depots", "the open annexes", "rail and road"],
    ["common spare parts", "modernisation"],
    ["what a radar study would show"],
  ],
  [CYBER]: [
    ["one telephone", "a standing team", "who calls whom"],
    ["the first joint exercise", "training together"],
  ],
};

/** What an event about this message can be called: "the budget figures". */
export function topicsOf(campaign: string, message: number): readonly string[] {
  return TOPICS[campaign]?.[message - 1] ?? ["getting to know each other"];
}
