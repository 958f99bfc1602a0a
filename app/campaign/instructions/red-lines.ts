/** One red line of an instruction that stands over a paper or its event; `place` is the instruction's page. */
export type RedLine = { text: string; issuer: string; reference: string; place: string };
