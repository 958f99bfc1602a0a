/** For which side a comment was made; what stands takes it from what its author is now. */
export const commentsOfASide = {
  name: "0040-comments-of-a-side",
  sql: `
ALTER TABLE clearance_comment ADD COLUMN side TEXT NOT NULL DEFAULT 'embassy' CHECK (side IN ('embassy', 'ministry'));

UPDATE clearance_comment SET side = 'ministry' WHERE EXISTS (
  SELECT 1 FROM talking_points AS paper
  JOIN campaign_role AS belongs ON belongs.campaign_id = paper.campaign_id
  WHERE paper.id = clearance_comment.talking_points_id
    AND belongs.account_id = clearance_comment.made_by AND belongs.role = 'ministry clearer'
) OR EXISTS (
  SELECT 1 FROM talking_points AS paper
  JOIN clearance_desk AS desk ON desk.campaign_id = paper.campaign_id AND desk.side = 'ministry'
  WHERE paper.id = clearance_comment.talking_points_id
    AND clearance_comment.made_by IN (desk.holder_account_id, desk.deputy_account_id)
);

-- Settled by somebody who may not settle it, while desks are still asked about the paper: it stands again.
UPDATE clearance_comment SET resolved_by = NULL, resolved_at = NULL, version = version + 1
WHERE resolved_by IS NOT NULL AND resolved_by <> made_by AND EXISTS (
  SELECT 1 FROM clearance_request AS asked
  WHERE asked.subject_kind = 'talking points' AND asked.subject_id = clearance_comment.talking_points_id
    AND asked.asks = 'clear' AND asked.answered_at IS NULL
) AND EXISTS (
  SELECT 1 FROM talking_points AS paper WHERE paper.id = clearance_comment.talking_points_id AND (
    paper.drafted_by = clearance_comment.resolved_by OR NOT (EXISTS (
      SELECT 1 FROM campaign_role AS belongs
      WHERE belongs.campaign_id = paper.campaign_id AND belongs.account_id = clearance_comment.resolved_by
        AND belongs.role = clearance_comment.side || ' clearer'
    ) OR EXISTS (
      SELECT 1 FROM clearance_desk AS desk
      WHERE desk.campaign_id = paper.campaign_id AND desk.side = clearance_comment.side
        AND clearance_comment.made_by IN (desk.holder_account_id, desk.deputy_account_id)
        AND clearance_comment.resolved_by IN (desk.holder_account_id, desk.deputy_account_id)
    ))
  )
);
`,
} as const;
