/** Why a form was not read: a status and a sentence. */
export type FormRefusal = { status: number; sentence: string };

export type FormRead = { ok: true; form: FormData } | { ok: false; refusal: FormRefusal };

/**
 * How a form is read: as one of somebody who may send it, the same with files, or as one of nobody (without a session),
 * of which no file is read and nothing over 1 MB.
 */
export type FormKind = "form" | "form with files" | "form of nobody";
