/**
 * Whom a programme is run with: the body or country in its title, bodies its overview names with 「…との交流」, and
 * countries that its years name one by one. 韓国・全北特別自治道（旧全羅北道） is one partner with an earlier name.
 */
import { findCountry, leadingCountry } from "../../kernel/country.ts";
import { governmentsNamed } from "../../registry/index.ts";
import type { Partner } from "../programme.ts";

/** Ends of names of bodies abroad; without one of them a word before 「との交流」 is no partner. */
const BODY = /(?:省|州|市|区|県|道|郡|府|都|町|村|大学|連邦|王国|共和国|自治区|特別市|広域市)$/u;
const RUN = /[\p{Script=Han}\p{Script=Katakana}ー・々A-Za-z]+$/u;
const FORMER = /[（(]\s*旧\s*(?<former>[^（）()]+?)\s*[）)]/u;

export function readPartners(title: string, parentTitle: string | null, overview: string | null): readonly Partner[] {
  const own = parentTitle === null ? title : title.slice(parentTitle.length).replace(/^[\s：:]+/u, "");
  const found = [...partnersOfTitle(own), ...partnersOfText(overview ?? "")];
  return locate(mergePartners(found));
}

function partnersOfTitle(title: string): readonly Partner[] {
  const exchanged = /^(?<who>.+?)(?:との|と)(?:友好|経済|文化|国際|学術)*(?:交流|協力|連携)/u.exec(title)?.groups?.who;
  if (exchanged !== undefined) return splitBodies(exchanged).flatMap((who) => partnerOf(who) ?? []);
  const meeting =
    /^(?<sides>[^：:「」]+?・[^：:「」]+?)(?:友好|経済|文化|国際)*(?:交流会議|交流協議会|会議|協議会|フォーラム|サミット)/u.exec(
      title,
    )?.groups?.sides;
  if (meeting !== undefined)
    return meeting.split("・").flatMap((side) => (isJapanese(side) ? [] : (partnerOf(side) ?? [])));
  const leading = leadingCountry(title);
  if (leading !== null) return [{ name: leading.printed, formerName: null, country: leading.country }];
  return [];
}

/** 韓国・全北特別自治道（旧全羅北道）, 米国ジョージア州, 台湾, 清華大学. */
function partnerOf(text: string): Partner | null {
  const formerName = FORMER.exec(text)?.groups?.former ?? null;
  const bare = text.replace(/[（(][^（）()]*[）)]/gu, "").trim();
  const leading = /(?:大学|学院)$/u.test(bare) ? null : leadingCountry(bare);
  const rest = leading === null ? bare : leading.rest;
  if (leading !== null && (rest === "" || /^(?:自治体|各地|各都市|の)/u.test(rest))) {
    return { name: leading.printed, formerName, country: leading.country };
  }
  if (leading === null && !new RegExp(`.${BODY.source}`, "u").test(bare)) return null;
  return rest === "" || isJapanese(rest) ? null : { name: rest, formerName, country: leading?.country ?? null };
}

/** Bodies that the text joins by 「との」 to exchange, and that carry the name of a body or begin with a country. */
function partnersOfText(text: string): readonly Partner[] {
  const joined = /(?<who>[^、，。（）「」\s]{2,60}?)(?:など|等)?との(?:間|友好|学術|包括|交流|協定|連携|姉妹)/gu;
  return [...text.replace(/[（(][^（）()]*[）)]/gu, "").matchAll(joined)].flatMap(({ groups }) =>
    splitBodies(groups?.who ?? "").flatMap((who) => {
      const run = RUN.exec(who)?.[0] ?? "";
      const partner = run === "" ? null : partnerOf(run);
      return partner === null || findCountry(partner.name) !== undefined ? [] : [partner];
    }),
  );
}

function splitBodies(text: string): readonly string[] {
  return text
    .split(/及び|並びに|と(?=[\p{Script=Han}\p{Script=Katakana}])|[，、]/u)
    .filter((part) => part.trim() !== "");
}

/** A local government of Japan, with or without its suffix (鹿児島). */
export function isJapanese(name: string): boolean {
  const bare = name.trim();
  if (/^(?:本|当|両)(?:県|市|町|村|都|府|道)/u.test(bare) || bare === "日本") return true;
  return ["", "県", "府", "都", "市", "町", "村", "区"].some((suffix) => governmentsNamed(bare + suffix).length > 0);
}

/** One partner for each name; facts that only one mention has are kept. */
export function mergePartners(found: readonly Partner[]): readonly Partner[] {
  const byName = new Map<string, Partner>();
  for (const partner of found) {
    const known = [...byName.values()].find(
      ({ name, formerName }) => name === partner.name || formerName === partner.name,
    );
    if (known === undefined) byName.set(partner.name, partner);
    else {
      const formerName = known.formerName ?? partner.formerName;
      byName.set(known.name, { ...known, formerName, country: known.country ?? partner.country });
    }
  }
  return [...byName.values()];
}

/** Where all that is known points to one country, the bodies beside it lie there. */
export function locate(partners: readonly Partner[]): readonly Partner[] {
  const codes = [...new Set(partners.flatMap(({ country }) => country ?? []))];
  const [only] = codes;
  if (codes.length !== 1 || only === undefined) return partners;
  return partners.map((partner) => ({ ...partner, country: partner.country ?? only }));
}

/** The other side of an agreement that a year's text names: ベトナム国立農業大学との連携協定締結式. */
export function partnersInAgreements(text: string): readonly Partner[] {
  const agreed = /(?<who>[^、，。（）「」\s]{2,40}?)との(?:[^、，。（）「」\s]{0,8})(?:協定|覚書|盟約|MOU|ＭＯＵ)/gu;
  return [...text.matchAll(agreed)].flatMap(({ groups }) => {
    const run = RUN.exec(groups?.who ?? "")?.[0] ?? "";
    return run === "" ? [] : (partnerOf(run) ?? []);
  });
}

/** Countries named one by one in a list: ブラジル，アルゼンチン，ペルーの…, （中国，韓国，英国）. */
export function countriesListed(text: string): readonly Partner[] {
  const words = text.split(/[，、・（）()「」：:\s]|及び|の|[\d０-９]+[名人]/u);
  return words.flatMap((word) => {
    const country = findCountry(word.trim());
    if (country === undefined || country.code === "JP" || word.trim().length < 2) return [];
    return [{ name: word.trim(), formerName: null, country: country.code }];
  });
}

/** A partner in the name of a thing: 香港かごしまクラブ, かごしまクラブシンガポール. */
export function countryAtEdge(label: string): Partner | null {
  const leading = leadingCountry(label);
  if (leading !== null && leading.country !== "JP")
    return { name: leading.printed, formerName: null, country: leading.country };
  for (let length = Math.min(12, label.length - 1); length >= 3; length--) {
    const tail = label.slice(-length);
    const country = /^[ァ-ヶー]+$/u.test(tail) ? findCountry(tail) : undefined;
    if (country !== undefined) return { name: tail, formerName: null, country: country.code };
  }
  return null;
}
