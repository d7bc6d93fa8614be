/**
 * A line about posts (国際交流員, CIR, ALT) of one nationality: 英国籍CIR：８月に新規任用（１年目）; 米国籍CIR：再任用（３年目）、新規（１年目）
 * is two of them.
 */
import { findCountry } from "../../kernel/country.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import type { Post } from "../programme-year.ts";
import type { PostStatus } from "../year-status.ts";
import { splitOutsideBrackets } from "./printed-words.ts";

const TITLE = "[A-ZＡ-Ｚ]{2,5}|国際交流員|外国語指導助手|国際交流推進員|スポーツ国際交流員";
const OF_NATIONALITY = new RegExp(
  `^(?<nation>[^\\s：:（）()]{1,14}?)(?:籍|出身)?(?:の)?\\s*(?<title>${TITLE})\\s*[：:]\\s*(?<says>.+)$`,
  "su",
);
const IN_BRACKET = new RegExp(
  `^(?<title>${TITLE})\\s*[（(](?<nation>[^（）()]{1,14}?)(?:籍|出身)?[）)]\\s*[：:]?\\s*(?<says>.+)$`,
  "su",
);

export function readPosts(text: string, fiscalYear: FiscalYear): readonly Post[] {
  const groups = (OF_NATIONALITY.exec(text) ?? IN_BRACKET.exec(text))?.groups;
  if (groups === undefined) return [];
  const { title = "", says = "" } = groups;
  const nation = nationIn(groups.nation?.trim() ?? "");
  return appointmentsIn(says).flatMap((one): readonly Post[] => {
    const found = statusIn(one);
    if (found === null) return [];
    const year = /[（(]?\s*(\d{1,2})\s*年目/u.exec(one.normalize("NFKC"))?.[1];
    return [
      {
        title: title.trim(),
        nationality: nation,
        country: findCountry(nation)?.code ?? null,
        status: found.status,
        yearOfService: year === undefined ? null : Number(year),
        since: sinceIn(one, found.at, fiscalYear),
        reasonAsPrinted: found.status === "not_arrived" ? one.trim() : null,
      },
    ];
  });
}

/** アメリカ国籍 is アメリカ; 中国籍 is 中国. */
function nationIn(printed: string): string {
  const isLong = printed.endsWith("国") && findCountry(printed) === undefined;
  return isLong && findCountry(printed.slice(0, -1)) !== undefined ? printed.slice(0, -1) : printed;
}

/** One for each piece that says a status and a year of service, else one for all of it. */
function appointmentsIn(says: string): readonly string[] {
  const pieces = splitOutsideBrackets(says, /[、，；;／]/u);
  const isEach = pieces.length > 1 && pieces.every((piece) => statusIn(piece) !== null && /年目/u.test(piece));
  return isEach ? pieces : [says];
}

/** The date nearest before the word that says what became of the post: ８月帰国、９月に新規着任. */
function sinceIn(says: string, at: number, fiscalYear: FiscalYear): Post["since"] {
  const { dates } = findEventDates(says, fiscalYear);
  return (dates.findLast(({ end }) => end <= at) ?? dates[0])?.date ?? null;
}

const STATUSES: readonly (readonly [PostStatus, RegExp])[] = [
  ["not_arrived", /未着任|欠員|不在|着任せず|着任なし|未配置|未来日/u],
  ["reappointed", /再任用|再契約|継続|更新/u],
  ["new", /新規|着任|来日|任用|採用/u],
];

/** The text of a vacancy may name its cause (あっせん辞退); it comes before 新規. */
function statusIn(text: string): Readonly<{ status: PostStatus; at: number }> | null {
  for (const [status, pattern] of STATUSES) {
    const at = text.search(pattern);
    if (at >= 0) return { status, at };
  }
  return null;
}
