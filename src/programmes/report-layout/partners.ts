/**
 * Whom a programme is run with: the body or country in its title, bodies its overview names with 「…との交流」, and
 * countries that its years name one by one. 韓国・全北特別自治道（旧全羅北道） is one partner with an earlier name.
 */
import { findCountry, leadingCountry } from "../../kernel/country.ts";
import { governmentsNamed } from "../../registry/index.ts";
import type { Partner } from "../programme.ts";

/** Ends of names of bodies abroad; without one of them a word before 「との交流」 is no partner. */
const BODY = /(?:省|州|市|区|県|道|郡|府|都|町|村|大学|連邦|王国|共和国|自治区|特別市|広域市)$/u;
const RUN = /[\p{Script=Han}\p{Script=Katakana}ー・々＝A-Za-z]+$/u;
/** What stands before a name and is none of it: 友好都市ナホトカ市, 姉妹都市パース市. */
const KIND =
  /^(?:国際)?(?:姉妹|友好|交流|提携)(?:・?友好)?(?:交流)?(?:都市|県省|州|校|港|大学)?(?=[\p{Script=Han}\p{Script=Katakana}])/u;
const EXCHANGES =
  "(?:(?:姉妹|友好|経済|文化|国際|学術|技術|行政|教育|スポーツ|青少年|高校生|中学生|職員|都市|交流)*(?:交流会議|交流協議会|交流|会議|協議会|フォーラム|サミット|協力|提携))";
const FORMER = /[（(]\s*旧(?:名称?|称)?\s*[：:]?\s*(?<former>[^（）()]+?)\s*[）)]/u;

export function readPartners(title: string, parentTitle: string | null, overview: string | null): readonly Partner[] {
  const own = parentTitle === null ? title : title.slice(parentTitle.length).replace(/^[\s：:]+/u, "");
  const found = [...withFormerName(partnersOfTitle(own), own), ...partnersOfText(overview ?? "")];
  return locate(mergePartners(found));
}

/** 蔚山広域市との交流（旧：蔚山市）: a former name behind the title is that of its only partner. */
function withFormerName(partners: readonly Partner[], title: string): readonly Partner[] {
  const [only, ...more] = partners;
  const formerName = FORMER.exec(title)?.groups?.former ?? null;
  if (only === undefined || more.length > 0 || only.formerName !== null || formerName === null) return partners;
  return BODY.test(formerName) ? [{ ...only, formerName }] : partners;
}

/** ※「全羅北道」から「全北特別自治道」へ名称が変更. */
export function renamedBy(note: string, partners: readonly Partner[]): readonly Partner[] {
  const said = /「(?<former>[^「」]{2,30})」から「(?<name>[^「」]{2,30})」(?:へ|に)/u.exec(note)?.groups;
  return partners.map((partner) =>
    partner.formerName === null && partner.name === said?.name
      ? { ...partner, formerName: said.former ?? null }
      : partner,
  );
}

function partnersOfTitle(title: string): readonly Partner[] {
  const exchanged = /^(?<who>.+?)(?:との|と)(?:友好|経済|文化|国際|学術)*(?:交流|協力|連携)/u.exec(title)?.groups?.who;
  if (exchanged !== undefined) return splitBodies(exchanged).flatMap((who) => partnerOf(who) ?? []);
  const meeting = new RegExp(`^(?<sides>[^：:「」]+?・[^：:「」]+?)${EXCHANGES}`, "u").exec(title)?.groups?.sides;
  const own = meeting === undefined ? null : leadingCountry(meeting);
  // タイ・チェンマイ県交流 is one side: a country and a body of it.
  if (meeting !== undefined && own !== null && ABROAD.test(own.rest)) return [partnerOf(meeting) ?? []].flat();
  if (meeting !== undefined) return meeting.split("・").flatMap((side) => (isOwn(side) ? [] : (partnerOf(side) ?? [])));
  const leading = leadingCountry(title);
  if (leading !== null && leading.country !== "JP")
    return [{ name: leading.printed, formerName: null, country: leading.country }];
  return [];
}

const ABROAD = /.(?:省|州|市|県|道|郡|自治区|特別市|広域市)$/u;

/** A side in kana is a Japanese place (みやざき); names abroad are written in Han or katakana. */
function isOwn(side: string): boolean {
  return isJapanese(side) || /\p{Script=Hiragana}/u.test(side);
}

/** 韓国・全北特別自治道（旧全羅北道）, 米国ジョージア州, 台湾, 清華大学. */
function partnerOf(text: string): Partner | null {
  const formerName = FORMER.exec(text)?.groups?.former ?? null;
  const bare = text
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .trim()
    .replace(KIND, "");
  const leading = /(?:大学|学院)$/u.test(bare) ? null : leadingCountry(bare);
  const rest = leading === null ? bare : leading.rest;
  if (leading !== null && (rest === "" || /^(?:自治体|各地|各都市|の)/u.test(rest))) {
    return { name: leading.printed, formerName, country: leading.country };
  }
  if (leading === null && !new RegExp(`.${BODY.source}`, "u").test(bare)) return null;
  return rest === "" || isJapanese(rest) ? null : { name: rest, formerName, country: leading?.country ?? null };
}

/** Bodies that the text joins by 「との」 to exchange, and those it names with their country. */
function partnersOfText(text: string): readonly Partner[] {
  const plain = text.replace(/[（(][^（）()]*[）)]/gu, "");
  const joined =
    /(?<who>[^、，。（）「」\s]{2,60}?)(?:など|等)?との?(?:間|[^、，。（）「」\s]{0,12}?(?:交流|協定|連携|提携|盟約|派遣|会議|覚書))/gu;
  const bodies = [...plain.matchAll(joined)].flatMap(({ groups }) =>
    splitBodies(groups?.who ?? "").flatMap((who) => {
      const run = RUN.exec(who)?.[0] ?? "";
      const partner = run === "" ? null : partnerOf(run);
      return partner === null || findCountry(partner.name) !== undefined ? [] : [partner];
    }),
  );
  const named = [...bodies, ...bodiesOfCountries(plain)];
  return [...named, ...countriesOfText(plain).filter(({ country }) => !named.some((one) => one.country === country))];
}

/** ブラジル・パラナ州, タイ王国チェンマイ県: a country and a body of it in one run, with whom or where something is done. */
function bodiesOfCountries(text: string): readonly Partner[] {
  const named =
    /(?<run>[\p{Script=Han}\p{Script=Katakana}ー・＝]{3,40}?(?:省|州|市|県|道|郡|大学|自治区|特別市|広域市))(?=と|から|へ|の|に|を|や|及び|並びに|[、，])/gu;
  return [...text.matchAll(named)].flatMap(({ groups }) => {
    const run = groups?.run ?? "";
    const leading = leadingCountry(run);
    const rest = leading?.rest.replace(/^・/u, "") ?? "";
    if (leading === null || leading.country === "JP" || /大学$/u.test(run) || rest === "" || isJapanese(rest))
      return [];
    return [{ name: rest, formerName: null, country: leading.country }];
  });
}

/** ニュージーランドに派遣する: a country alone, where people go to or come from. */
function countriesOfText(text: string): readonly Partner[] {
  const said =
    /(?<name>[\p{Script=Han}\p{Script=Katakana}ー]{2,12}?)(?:に|へ|から)(?:の)?[^。、，]{0,12}?(?:派遣|受け?入|訪問)/gu;
  return [...text.matchAll(said)].flatMap(({ groups }) => {
    const name = groups?.name ?? "";
    const country = findCountry(name)?.code ?? "JP";
    return country === "JP" ? [] : [{ name, formerName: null, country }];
  });
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

/** A partner in the name of a thing: 香港かごしまクラブ, かごしまクラブシンガポール, 全羅北道かごしまクラブ. */
export function partnerAtEdge(label: string): Partner | null {
  const leading = leadingCountry(label);
  if (leading !== null && leading.country !== "JP")
    return { name: leading.printed, formerName: null, country: leading.country };
  for (let length = Math.min(12, label.length - 1); length >= 3; length--) {
    const tail = label.slice(-length);
    const country = /^[ァ-ヶー]+$/u.test(tail) ? findCountry(tail) : undefined;
    if (country !== undefined) return { name: tail, formerName: null, country: country.code };
  }
  const body = /^[\p{Script=Han}\p{Script=Katakana}ー]{2,12}?(?:省|州|道|広域市|特別市)(?=\p{Script=Hiragana})/u.exec(
    label,
  )?.[0];
  return body === undefined || isJapanese(body) ? null : { name: body, formerName: null, country: null };
}

/** Where another programme of the report names the same body with its country, it lies there. */
export function locateByOthers(partners: readonly Partner[], all: readonly Partner[]): readonly Partner[] {
  return partners.map((partner) => {
    if (partner.country !== null) return partner;
    const same = all.filter(({ name, formerName }) => name === partner.name || formerName === partner.name);
    const codes = [...new Set(same.flatMap(({ country }) => country ?? []))];
    return codes.length === 1 ? { ...partner, country: codes[0] ?? null } : partner;
  });
}
