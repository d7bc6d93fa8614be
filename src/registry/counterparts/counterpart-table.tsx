/** Counterparts side by side, fact by fact. */
import { countryName } from "../../kernel/country.ts";
import { DataTable, type Lang } from "../../ui/index.ts";
import { COUNTERPART_FACT_NAMES, type CounterpartFacts, type CounterpartOtherName } from "./counterpart-facts.ts";
import { counterpartWords } from "./words.ts";

type FactName = (typeof COUNTERPART_FACT_NAMES)[number];

type TableProps = Readonly<{
  lang: Lang;
  caption: string;
  sides: readonly Readonly<{ label: string; counterpart: CounterpartFacts }>[];
}>;

export function CounterpartTable({ lang, caption, sides }: TableProps) {
  const w = counterpartWords(lang);
  const shown = (text: string) =>
    text === "" ? <span class="sub">{w.empty}</span> : <span class="wording">{text}</span>;
  return (
    <DataTable<FactName>
      caption={caption}
      captionHidden
      rows={COUNTERPART_FACT_NAMES}
      columns={[
        { label: w.item, header: true, cell: (name) => w.facts[name] },
        ...sides.map(({ label, counterpart }) => ({
          label,
          wide: true,
          cell: (name: FactName) => shown(counterpartFactText(counterpart, name, lang)),
        })),
      ]}
    />
  );
}

/** Empty when the fact says nothing. */
export function counterpartFactText(facts: CounterpartFacts, name: FactName, lang: Lang): string {
  const w = counterpartWords(lang);
  switch (name) {
    case "country":
      return facts.country === null ? "" : countryName(facts.country, lang);
    case "kind":
      return facts.kind === null ? "" : w.kinds[facts.kind];
    case "names":
      return facts.names.map((one) => otherNameText(one, lang)).join("\n");
    default:
      return facts[name] ?? "";
  }
}

/** 全羅北道（日本語）（1896～2024-01-17） */
export function otherNameText({ name, script, from, until }: CounterpartOtherName, lang: Lang): string {
  const w = counterpartWords(lang);
  const written = script === null ? "" : lang === "ja" ? `（${w.scripts[script]}）` : ` (${w.scripts[script]})`;
  return `${name}${written}${w.period(from ?? "", until ?? "")}`;
}
