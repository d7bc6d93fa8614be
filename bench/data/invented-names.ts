/** Invented places abroad, titles and sentences. Countries and Japanese local governments are real, nothing else is. */
import { countryName } from "../../src/kernel/country.ts";
import type { Random } from "./seeded-random.ts";
import words from "./vocabulary.json" with { type: "json" };

export type PlaceAbroad = Readonly<{ country: string; name: string }>;

/** Some thousands of places, the first ones in the countries with the most agreements. */
export function inventPlaces(random: Random, count: number): readonly PlaceAbroad[] {
  return Array.from({ length: count }, () => {
    const country = random.pickSkewed(words.countries);
    const isHan = words.hanCountries.includes(country);
    const printed = countryName(country, "ja");
    const between = isHan || /国$/u.test(printed) ? "" : " "; // カナダ アサ市: where the country ends must be seen
    return { country, name: `${printed}${between}${isHan ? hanPlace(random) : kanaPlace(random)}` };
  });
}

function hanPlace(random: Random): string {
  const middle = random.chance(0.5) ? random.pick(words.hanBefore) : "";
  return `${random.pick(words.hanProvinces)}${random.pick(words.hanBefore)}${middle}${random.pick(words.hanAfter)}市`;
}

function kanaPlace(random: Random): string {
  const parts = Array.from({ length: 2 + random.whole(3) }, () => random.pick(words.syllables));
  return `${parts.join("")}${random.chance(0.8) ? "市" : "州"}`;
}

/** The rarest words of the vocabulary stand in titles and texts of a few in a thousand records. */
export function inventTitle(random: Random, japan: string, abroad: string): string {
  const topic = random.pickSkewed(words.topics);
  const form = random.pick(words.forms);
  return random.chance(0.6) ? `${topic}${form}` : `日本国${japan}と${abroad}との${topic}${form}`;
}

export function inventBackground(random: Random, topic: string): string {
  return `${random.pick(words.beginnings)}、${topic}を中心とする行き来が始まった。その後、議会の了承を得て文書を交わした。`;
}

export function inventActivities(random: Random): string {
  const actions = Array.from({ length: 2 + random.whole(3) }, () => random.pickSkewed(words.actions));
  return [...new Set(actions)]
    .map((action) => `・${action}（${random.pickSkewed(words.topics)}、毎年${1 + random.whole(12)}月）`)
    .join("\n");
}

export function inventOutcomes(random: Random): string {
  return `${random.pick(words.results)}。${random.pick(words.results)}。${random.pickSkewed(words.topics)}の分野に広げたい。`;
}

export function inventTopic(random: Random): string {
  return random.pickSkewed(words.topics);
}

export function inventDepartment(random: Random): string {
  return random.pickSkewed(words.departments);
}
