/** Home: the key figures, each with its unit and the list or table behind it. */
import { Figures, type Lang, Prov, pathIn } from "../../ui/index.ts";
import { agreementsHref } from "../agreement-links.ts";
import type { HomePageProps } from "../home-content.ts";
import { portalTexts } from "../messages.ts";

export type HomeFiguresProps = Pick<HomePageProps, "lang" | "figures" | "source">;

export function HomeFigures({ lang, figures, source }: HomeFiguresProps) {
  const { home } = portalTexts(lang);
  return (
    <section class="sec" aria-labelledby="home-numbers">
      <h2 id="home-numbers" class="vh">
        {home.numbers}
      </h2>
      <Figures figures={figureList(lang, figures)} />
      {source === null ? null : <Prov>{source}</Prov>}
    </section>
  );
}

function figureList(lang: Lang, { agreements, listings, countries, several, programmes }: HomePageProps["figures"]) {
  const { home } = portalTexts(lang);
  return [
    {
      label: home.agreements,
      value: agreements,
      unit: home.agreementUnit,
      href: agreementsHref(lang),
      linkText: home.openList,
    },
    {
      label: home.listings(listings.relisted.toLocaleString("ja-JP")),
      value: listings.n,
      unit: home.listingUnit,
      href: pathIn(lang, "/tables/by-field"),
      linkText: home.openByField,
    },
    {
      label: home.countries,
      value: countries,
      unit: home.countryUnit,
      href: pathIn(lang, "/tables/by-country"),
      linkText: home.openByCountry,
    },
    {
      label: home.several,
      value: several,
      unit: home.agreementUnit,
      href: agreementsHref(lang, { parties: "several" }),
      linkText: home.openSeveral,
    },
    ...(programmes === 0
      ? []
      : [
          {
            label: home.programmes,
            value: programmes,
            unit: home.programmeUnit,
            href: pathIn(lang, "/programmes"),
            linkText: home.openProgrammes,
          },
        ]),
  ];
}
