/** On what terms people speak at an event. Source: US Department of State. */
export const GROUND_RULES = ["on the record", "background", "deep background", "off the record"] as const;

export type GroundRule = (typeof GROUND_RULES)[number];
