import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { UNSAFE_SingleFetchRedirectSymbol as PASSED_BY } from "@remix-run/server-runtime";
import { z } from "zod";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Author, Submission } from "#db/change.server.ts";
import { type Installation, readInstallation } from "#db/installation.server.ts";
import { type Campaign, findCampaignOfAccount } from "./campaigns-of-account.server.ts";
import { faultForTheLog, notAvailableBecause, refusal } from "./fault.ts";
import { receiveForm, receiveFormOfNobody, valuesOf } from "./form.server.ts";
import type { FormValues } from "./form-values.ts";
import { findKeptForm } from "./forms-over-sign-in.server.ts";
import { type Access, clearingSide, isAllowed, type Permission, type Role } from "./permission.ts";
import { type SignedInAccount, signedInAccount } from "./sessions.server.ts";

type Arrival = {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
  context: AppLoadContext;
  database: AppLoadContext["database"];
  now: Date;
  /** The day in Washington. */
  today: CalendarDate;
};
export type SignedInArrival = Arrival & {
  account: SignedInAccount;
  home: Installation;
  kept: FormValues | null;
};
export type CampaignArrival = SignedInArrival & {
  campaign: Campaign;
  role: Role;
  clearsFor: ReturnType<typeof clearingSide>;
  may: (permission: Permission) => boolean;
};
export type Sent = { form: FormData; author: Author; submission: Submission };

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;

/** The access stands on the function itself, so that a test can walk every route of the build. */
function withAccess<T>(access: Access, fn: (args: Arguments) => Promise<T>) {
  const answer = (args: Arguments) => fn(args).catch((fault: unknown) => notAvailable(fault, args.context));
  return Object.assign(answer, { access });
}

/**
 * What a page shows is rendered here and never sent as data. Remix encodes it all the same, for a script of its own that
 * we do not send, and stops at an object that carries this mark.
 */
function keptHere<T>(page: T): T {
  const isPlain =
    typeof page === "object" && page !== null && Object.getPrototypeOf(page) === Object.prototype;
  return isPlain ? Object.assign(page, { [PASSED_BY]: null }) : page;
}

/** The database cannot be read or written, or is damaged: a sentence that says which. Any other fault goes on. */
function notAvailable(fault: unknown, { log, reference }: AppLoadContext): never {
  const said = notAvailableBecause(fault);
  if (said === null) throw fault;
  log.error({ reference, ...faultForTheLog(fault) });
  const headers = said.retryAfter === null ? {} : { "Retry-After": String(said.retryAfter) };
  throw refusal(said.sentence, said.status, headers);
}

export function publicPage<T>(load: (arrival: Arrival) => Promise<T>) {
  return withAccess("anybody", async (args) => keptHere(await load(arrivalOf(args))));
}

export function publicAction<T>(act: (arrival: Arrival & { form: FormData }) => Promise<T>) {
  return withAccess("anybody", async (args) =>
    act({ ...arrivalOf(args), form: await receiveForm(args.context, "form of nobody") }),
  );
}

export function signedInPage<T>(load: (arrival: SignedInArrival) => Promise<T>) {
  return withAccess("signed in", async (args) => keptHere(await load(await signedIn(args))));
}

export function signedInAction<T>(act: (arrival: SignedInArrival & Sent) => Promise<T>) {
  return withAccess("signed in", async (args) => act(await withForm(args, await signedIn(args))));
}

export function administratorPage<T>(load: (arrival: SignedInArrival) => Promise<T>) {
  return withAccess("administrator", async (args) => keptHere(await load(await administrator(args))));
}

export function administratorAction<T>(act: (arrival: SignedInArrival & Sent) => Promise<T>) {
  return withAccess("administrator", async (args) => act(await withForm(args, await administrator(args))));
}

/** The same for a form that may bring a file. */
export function administratorFilesAction<T>(act: (arrival: SignedInArrival & Sent) => Promise<T>) {
  return withAccess("administrator", async (args) =>
    act(await withForm(args, await administrator(args), "form with files")),
  );
}

/** A page of a campaign: 404 where the campaign is not the reader's, 403 where the role does not grant the permission. */
export function campaignPage<T>(permission: Permission, load: (arrival: CampaignArrival) => Promise<T>) {
  return withAccess(permission, async (args) => keptHere(await load(await inCampaign(args, permission))));
}

export function campaignAction<T>(
  permission: Permission,
  act: (arrival: CampaignArrival & Sent) => Promise<T>,
) {
  return withAccess(permission, async (args) =>
    act(await withForm(args, await inCampaign(args, permission))),
  );
}

/** An action whose form brings files; whoever acts says what is wrong with them. */
export function campaignFilesAction<T>(
  permission: Permission,
  act: (arrival: CampaignArrival & Sent) => Promise<T>,
) {
  return withAccess(permission, async (args) =>
    act(await withForm(args, await inCampaign(args, permission), "form with files")),
  );
}

const NOT_HERE =
  "This page may have been removed, the link may be wrong, or it belongs to a campaign that you are not in.";

/** Nothing here, or nothing that this reader may know of: 404. */
export function notFound(): never {
  throw refusal(NOT_HERE, 404);
}

/** Allowed to be here, not to do this: 403, with the reason. */
export function notAllowed(sentence: string): never {
  throw refusal(sentence, 403);
}

function arrivalOf({ request, params, context }: Arguments): Arrival {
  const now = context.now();
  return {
    request,
    url: new URL(request.url),
    params,
    context,
    database: context.database,
    now,
    today: dateIn(now, WASHINGTON),
  };
}

/** Who asks is settled before anything of a form is read. */
async function signedIn(args: Arguments): Promise<SignedInArrival> {
  const arrival = arrivalOf(args);
  const account = await signedInAccount(args.request, args.context);
  if (account === null) {
    throw args.request.method === "POST" ? await signInAgain(arrival) : signInFirst(arrival.url);
  }
  const home = await readInstallation(arrival.database.read);
  const kept = arrival.url.searchParams.get("kept");
  return {
    ...arrival,
    account,
    home,
    kept:
      kept === null
        ? null
        : await findKeptForm(arrival.database.read, account.id, kept, arrival.url.pathname),
  };
}

async function administrator(args: Arguments): Promise<SignedInArrival> {
  const arrival = await signedIn(args);
  if (!arrival.account.isAdministrator) notAllowed("Only an administrator of the installation may do this.");
  return arrival;
}

async function inCampaign(args: Arguments, permission: Permission): Promise<CampaignArrival> {
  const arrival = await signedIn(args);
  const found = await findCampaignOfAccount(
    arrival.database.read,
    args.params.campaign ?? "",
    arrival.account.id,
  );
  if (found === null) notFound();
  if (!isAllowed(found.role, permission)) {
    notAllowed(
      `Your role in this campaign (${found.role}) does not let you do this. Ask an officer to do it, or ask your administrator to change your role.`,
    );
  }
  const { role } = found;
  return { ...arrival, ...found, clearsFor: clearingSide(role), may: (wanted) => isAllowed(role, wanted) };
}

/** What was sent, read once it is settled who asks for what. */
async function withForm<A extends SignedInArrival & { campaign?: Campaign }>(
  { context }: Arguments,
  arrival: A,
  kind: "form" | "form with files" = "form",
): Promise<A & Sent> {
  const form = await receiveForm(context, kind);
  const sent = form.get("submission");
  const submission = typeof sent === "string" && sent !== "" ? sent.slice(0, 64) : null;
  return {
    ...arrival,
    form,
    author: { accountId: arrival.account.id, channel: "web", now: arrival.now },
    submission: { submission, campaignId: arrival.campaign?.id ?? null },
  };
}

function signInFirst(url: URL): Response {
  return redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
}

/** What the sign-in form carries at most, in characters: with what is around it, it has to be a form itself. */
const MOST_CARRIED = 1_040_000;

/** 401 with the sign-in form, which carries what was typed through the sign-in; null where that is more than it can. */
async function signInAgain({ url, context }: Arrival) {
  const form = await receiveFormOfNobody(context);
  const values = form === null ? null : valuesOf(form);
  const kept = Buffer.byteLength(JSON.stringify(values)) > MOST_CARRIED ? null : values;
  return data({ to: url.pathname + url.search, kept }, { status: 401 });
}

/** So many rows stand on a page of a list that does not say otherwise. */
const ROWS_ON_A_PAGE = 50;

/** A page of a list, the first is 1, of how many pages there are, and which rows it shows. */
export type ListPage = { page: number; pages: number; part: { limit: number; offset: number } };

/** The page of a list as an address names it: 1 to 10,000, and 1 where it says nothing of the kind. */
export const pageField = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page of a list that an address asks for as `?page=3`. */
export function pageAsked(url: URL): number {
  return pageField.parse(url.searchParams.get("page") ?? 1);
}

/** The page that an address asks for of a list of `count` rows: the last where the list has grown shorter. */
export function listPage(url: URL, count: number, most = ROWS_ON_A_PAGE): ListPage {
  const pages = Math.max(1, Math.ceil(count / most));
  const page = Math.min(pageAsked(url), pages);
  return { page, pages, part: { limit: most, offset: (page - 1) * most } };
}
