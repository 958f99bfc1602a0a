import type { FormRefusal } from "#app/http/form-read.ts";

export const MEGABYTE = 1_048_576;

export type FormLimit = { bytes: number; refusal: FormRefusal };

/** What a form may weigh. */
export const FORM_LIMIT: FormLimit = {
  bytes: MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A form may have 1 MB at most, and this one is larger. Nothing was saved: go back, what you typed is still there.",
  },
};

/** A form that brings a calendar file of up to 10 MB, with what is around it. */
const CALENDAR_LIMIT: FormLimit = {
  bytes: 11 * MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A calendar file may have 10 MB at most, and this one is larger. Nothing was read: send a shorter span of the calendar.",
  },
};

/** What the form that is sent to this path may weigh. */
export function limitOf(path: string): FormLimit {
  return /^\/c\/[^/]+\/calendar\/import$/.test(path) ? CALENDAR_LIMIT : FORM_LIMIT;
}
