/** Whose report leaves, how it may travel, and who takes it. */
export type LeavingReport = {
  campaign: { name: string; handling: string };
  /** Who takes the copy and when, on both clocks. */
  taken: string;
};
