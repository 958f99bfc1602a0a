import type { AccountsTables } from "./schema/accounts.ts";
import type { CalendarTables } from "./schema/calendar.ts";
import type { ChangesTables } from "./schema/changes.ts";
import type { ClearancesTables } from "./schema/clearances.ts";
import type { DerivedFiguresTables } from "./schema/derived-figures.ts";
import type { EvidenceTables } from "./schema/evidence.ts";
import type { FeedbackTables } from "./schema/feedback.ts";
import type { HoldsTables } from "./schema/holds.ts";
import type { MailTables } from "./schema/mail.ts";
import type { MessagesTables } from "./schema/messages.ts";
import type { OutcomesTables } from "./schema/outcomes.ts";
import type { OutreachEventsTables } from "./schema/outreach-events.ts";
import type { PaperCopiesTables } from "./schema/paper-copies.ts";
import type { ReceptionTables } from "./schema/reception.ts";
import type { ReviewsTables } from "./schema/reviews.ts";
import type { SearchTables } from "./schema/search.ts";
import type { TalkingPointsTables } from "./schema/talking-points.ts";
import type { VisitsTables } from "./schema/visits.ts";
import type { WhoIsWhoTables } from "./schema/who-is-who.ts";

/** The tables as they are stored. Times are UTC ISO text, days are `2026-11-10`, truth is 0 or 1. */
export type Schema = AccountsTables &
  ChangesTables &
  MessagesTables &
  WhoIsWhoTables &
  OutreachEventsTables &
  CalendarTables &
  VisitsTables &
  TalkingPointsTables &
  ClearancesTables &
  EvidenceTables &
  HoldsTables &
  MailTables &
  PaperCopiesTables &
  OutcomesTables &
  FeedbackTables &
  DerivedFiguresTables &
  ReceptionTables &
  ReviewsTables &
  SearchTables;
