import type { CalendarDate } from "#app/time/wall-time.ts";

/** A reading of an indicator, entered by a person or computed from the records; `times` of `n` where it is a share. */
export type JudgedReading = {
  value: number;
  /** The likely range of an estimate; null where it was counted or read. */
  range: { lower: number; upper: number } | null;
  n: number | null;
  times: number | null;
  readOn: CalendarDate;
  note: string;
  isComputed: boolean;
};
