import type { ClearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import type { ClearanceSubject } from "./clearances.server.ts";

/**
 * An exact text that desks are asked about, whatever record it belongs to: `content` is kept with the clearance,
 * `path` is the page where it is read, `openObjections` counts comments that nobody has resolved.
 */
export type TextToClear = {
  campaignId: string;
  subject: ClearanceSubject;
  hash: string;
  content: unknown;
  status: ClearanceStatus["status"];
  title: string;
  handling: string;
  path: string;
  drafterId: string;
  writers: readonly string[];
  isAllClearedWording: boolean;
  openObjections: number;
};

/** What a letter about a text names and leads to. */
export function letterAbout({ campaignId, title, handling, path }: TextToClear) {
  return { campaignId, subjectTitle: title, handling, path };
}
