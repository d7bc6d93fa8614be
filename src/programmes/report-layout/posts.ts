/** A line about a post (国際交流員, CIR, ALT) of one nationality: 英国籍CIR：８月に新規任用（１年目）. */
import { findCountry } from "../../kernel/country.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import type { Post } from "../programme-year.ts";
import type { PostStatus } from "../year-status.ts";

const TITLE = "[A-ZＡ-Ｚ]{2,5}|国際交流員|外国語指導助手|国際交流推進員|スポーツ国際交流員";
const OF_NATIONALITY = new RegExp(
  `^(?<nation>[^\\s：:（）()]{1,14}?)籍?(?:の)?\\s*(?<title>${TITLE})\\s*[：:]\\s*(?<says>.+)$`,
  "su",
);
const IN_BRACKET = new RegExp(
  `^(?<title>${TITLE})\\s*[（(](?<nation>[^（）()]{1,14}?)(?:籍|出身)?[）)]\\s*[：:]\\s*(?<says>.+)$`,
  "su",
);

export function readPost(text: string, fiscalYear: FiscalYear): Post | null {
  const groups = (OF_NATIONALITY.exec(text) ?? IN_BRACKET.exec(text))?.groups;
  if (groups === undefined) return null;
  const { nation = "", title = "", says = "" } = groups;
  const status = statusOf(says);
  if (status === null) return null;
  const year = /[（(]?\s*(\d{1,2})\s*年目/u.exec(says.normalize("NFKC"))?.[1];
  return {
    title: title.trim(),
    nationality: nation.trim(),
    country: findCountry(nation.trim())?.code ?? null,
    status,
    yearOfService: year === undefined ? null : Number(year),
    since: findEventDates(says, fiscalYear).dates[0]?.date ?? null,
    reasonAsPrinted: status === "not_arrived" ? says.trim() : null,
  };
}

/** The text of a vacancy may name its cause (あっせん辞退); it comes before 新規. */
function statusOf(text: string): PostStatus | null {
  if (/未着任|欠員|不在|着任せず|着任なし|未配置/u.test(text)) return "not_arrived";
  if (/再任用|再契約|継続|更新/u.test(text)) return "reappointed";
  return /新規|着任|来日|任用|採用/u.test(text) ? "new" : null;
}
