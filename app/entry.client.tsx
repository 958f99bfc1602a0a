import { offerCopying, offerPrinting } from "#app/ui/enhance/buttons.ts";
import { keepClocks, lookAgain } from "#app/ui/enhance/by-itself.ts";
import { keepDrafts } from "#app/ui/enhance/drafts.ts";
import { offerPalette } from "#app/ui/enhance/find-palette.ts";
import { offerMarks } from "#app/ui/enhance/mark-buttons.ts";
import { offerToPlanOver } from "#app/ui/enhance/plan-over.ts";
import { readLive } from "#app/ui/enhance/read-live.ts";
import { saveAsTyped } from "#app/ui/enhance/saved-as-typed.ts";
import { focusWhatMatters, showPending } from "#app/ui/enhance/sent-form.ts";
import { listenForShortcuts } from "#app/ui/enhance/shortcuts.ts";

// Nothing on a page needs this script: it only adds to what forms and links do.
offerMarks();
keepDrafts();
saveAsTyped();
readLive();
focusWhatMatters();
showPending();
listenForShortcuts();
offerPalette();
offerToPlanOver();
keepClocks();
offerPrinting();
offerCopying();
lookAgain();
// Dragging is of use on the week only, and is not loaded elsewhere.
if (document.querySelector(".week-grid [data-event]") !== null)
  import("#app/ui/enhance/moving/move-events.ts").then(({ moveEvents }) => moveEvents());
