/** The published programmes that rest on an agreement, for the agreement's page. */
import { governmentText, type LinkedRecords } from "../../registry/index.ts";
import { programmesOfAgreement } from "../linked-programmes-query.ts";
import { programmeAddress } from "../programme-address.ts";
import { words } from "./words.ts";
import { shortYearText } from "./year-words.ts";

export const programmesOfAgreements: LinkedRecords = {
  title: (lang) => words(lang).linked.title,
  list: async (tx, agreementId, lang) => {
    const programmes = await programmesOfAgreement(tx, agreementId);
    return programmes.map(({ id, title, owner, lastFiscalYear }) => {
      const year = lastFiscalYear === null ? null : words(lang).linked.until(shortYearText(lastFiscalYear, lang));
      const who = /^[0-9]{5}$/u.test(owner) ? governmentText(owner) : null;
      return { href: programmeAddress(id), title, note: [who, year].filter(Boolean).join("　") || null };
    });
  },
};
