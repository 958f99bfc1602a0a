import { Outlet, useLoaderData, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { explainHandling, type Handling, NOT_CLASSIFIED } from "#app/text/handling.ts";
import { capital } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { takenInWords } from "#app/time/format.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { ErrorAlone, ErrorPage } from "./error-page.tsx";
import { Palette } from "./find-palette.tsx";
import { ButtonForm, FormFrame } from "./form-frame.tsx";
import { onKey } from "./keys.ts";
import { campaignItems, NavigationItems, secondItems, type Waiting } from "./navigation.tsx";
import { type HoldBanner, HoldBanners } from "./notices.tsx";
import { HomeZone, TwoClocks } from "./two-clocks.tsx";

export type FrameView = {
  account: { id: string; name: string; isAdministrator: boolean };
  /** Null outside a campaign. */
  campaign: {
    slug: string;
    name: string;
    /** How the campaign's pages may travel, like "TLP:AMBER". */
    handling: Handling;
    dates: string;
    role: string;
    waiting: Waiting;
    mayWrite: boolean;
  } | null;
  homeZone: Zone;
  /** The instant, as ISO text. */
  now: string;
  /** Says that the data is invented; null in real use. */
  sample: string | null;
  done: { summary: string; changeId: string; undoTo: string | null; seeAt: string | null } | null;
  /** The holds that lie in the campaign. */
  holds: readonly HoldBanner[];
};

/** The page that is asked for in the frame that its loader gives. */
export function Framed() {
  return (
    <Frame view={useLoaderData<FrameView>()} path={useLocation().pathname}>
      <Outlet />
    </Frame>
  );
}

/** A page that failed leaves its frame, the route of that name, standing. Where the frame's loader did not run, as after a refused POST, the error stands alone. */
export function FramedFault({ frame }: { frame: string }) {
  const error = useRouteError();
  const view = useRouteLoaderData<FrameView>(frame);
  const path = useLocation().pathname;
  if (!view) return <ErrorAlone error={error} />;
  return (
    <Frame view={view} path={path}>
      <ErrorPage error={error} />
    </Frame>
  );
}

/** What stands around every page of somebody who is signed in. `path` is the page that is open. */
export function Frame({ view, path, children }: { view: FrameView; path: string; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <div className="frame" data-account={view.account.id} data-campaign={view.campaign?.slug}>
        <PhoneBar view={view} path={path} />
        <nav className="navigation" aria-label="Main">
          <a className="brand" href="/">
            Demarche
          </a>
          <Places view={view} path={path} />
          <Who view={view} />
        </nav>
        <div className="body">
          {view.sample === null ? null : (
            <aside className="sample" aria-label="About the data">
              {view.sample} To create it again: <code className="nowrap">npm run demo -- --fresh</code>
            </aside>
          )}
          <header className="top-bar">
            <FindBox id="find" view={view} />
            <TwoClocks now={new Date(view.now)} homeZone={view.homeZone} />
            <LogButton view={view} label="Log an outcome" />
          </header>
          <HoldBanners holds={view.holds} path={path} />
          <PrintHead view={view} />
          <main id="main" tabIndex={-1}>
            {view.done === null ? null : <DoneNotice {...view.done} />}
            <HomeZone.Provider value={view.homeZone}>{children}</HomeZone.Provider>
          </main>
          <PrintFoot view={view} />
        </div>
      </div>
      <Palette />
    </>
  );
}

/** The head of every printed page: how it may travel, whose it is. A page with a head of its own is printed with that. */
function PrintHead({ view: { campaign } }: { view: FrameView }) {
  if (campaign === null) return null;
  const travels = [campaign.handling, explainHandling(campaign.handling)].filter(Boolean).join(" ");
  return <p className="print-head">{[travels, NOT_CLASSIFIED, campaign.name].join(" · ")}</p>;
}

/** Who printed the page and when, on both clocks. */
function PrintFoot({ view: { campaign, account, now, homeZone } }: { view: FrameView }) {
  if (campaign === null) return null;
  const printed = takenInWords("Printed", account.name, new Date(now), homeZone);
  return <p className="print-foot">{[campaign.handling, printed].join(" · ")}</p>;
}

function PhoneBar({ view, path }: { view: FrameView; path: string }) {
  return (
    <header className="phone-bar">
      <a className="brand" href="/">
        Demarche
      </a>
      <LogButton view={view} label="Log" />
      <details className="menu">
        <summary className="button">Menu</summary>
        <div>
          <FindBox id="find-on-phone" view={view} />
          <nav aria-label="Menu">
            <Places view={view} path={path} />
          </nav>
          <p>
            <TwoClocks now={new Date(view.now)} homeZone={view.homeZone} />
          </p>
          <Who view={view} />
        </div>
      </details>
    </header>
  );
}

function Places({ view, path }: { view: FrameView; path: string }) {
  const { campaign, account } = view;
  return (
    <>
      {campaign === null ? null : (
        <>
          <p className="campaign-name">
            <b>{campaign.name}</b>
            <span>{campaign.dates}</span>
          </p>
          <NavigationItems items={campaignItems(campaign.slug, path, campaign.waiting)} />
        </>
      )}
      <div className="item-group">
        <NavigationItems items={secondItems(path, campaign?.slug ?? null, account.isAdministrator)} />
      </div>
    </>
  );
}

function Who({ view }: { view: FrameView }) {
  return (
    <div className="signed-in">
      <b>{view.account.name}</b>
      {view.campaign === null ? null : `${capital(view.campaign.role)}. `}
      <a href="/">All campaigns</a>{" "}
      <FormFrame action="/sign-out" className="">
        <button type="submit" className="linklike">
          Sign out
        </button>
      </FormFrame>
    </div>
  );
}

function LogButton({ view, label }: { view: FrameView; label: string }) {
  if (view.campaign !== null && !view.campaign.mayWrite) return null;
  return (
    <a
      className="button primary"
      href={view.campaign === null ? "/log" : `/c/${view.campaign.slug}/log`}
      {...onKey("l")}
    >
      {label}
    </a>
  );
}

/** Finds on a page of its own, within the campaign that is open; the browser's script opens the palette instead. */
function FindBox({ id, view: { campaign } }: { id: string; view: FrameView }) {
  return (
    <search>
      <form className="find" action={campaign === null ? "/find" : `/c/${campaign.slug}/find`} method="get">
        <label className="visually-hidden" htmlFor={id}>
          Find or do anything
        </label>
        <input
          id={id}
          type="search"
          name="q"
          placeholder="Find or do anything"
          autoComplete="off"
          data-find
        />
        <kbd>Ctrl K</kbd>
        <button type="submit" className="visually-hidden">
          Find
        </button>
      </form>
    </search>
  );
}

/** What the last change did, with Undo as a form button. It stays until the next page; `undoTo` is null where nothing can be undone, `seeAt` where this is its page. */
function DoneNotice({
  summary,
  changeId,
  undoTo,
  seeAt,
}: {
  summary: string;
  changeId: string;
  undoTo: string | null;
  seeAt: string | null;
}) {
  return (
    <div className="done" role="status" tabIndex={-1} data-focus data-done>
      <span>{sentence(summary)}</span>
      {seeAt === null ? null : <a href={seeAt}>Open it</a>}
      {undoTo === null ? null : (
        <ButtonForm action={undoTo} label="Undo" fields={{ change: changeId }} className="linklike" />
      )}
    </div>
  );
}
