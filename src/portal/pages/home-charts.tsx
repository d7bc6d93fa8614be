/** Home: map by prefecture, bars by country, field and decade, each with its numbers as a table. */
import { BarList, Link, Prov, Section, TileMap } from "../../ui/index.ts";
import { agreementsHref } from "../agreement-links.ts";
import type { HomePageProps } from "../home-content.ts";
import { portalTexts } from "../messages.ts";

export type HomeChartsProps = Pick<
  HomePageProps,
  "lang" | "byPrefecture" | "byCountry" | "byField" | "byDecade" | "source"
>;

export function HomeCharts(props: HomeChartsProps) {
  const { lang, source } = props;
  const { home } = portalTexts(lang);
  return (
    <>
      <Section id="home-where" title={home.where} aside={<Link href={agreementsHref(lang)}>{home.all}</Link>}>
        <div class="cols-charts">
          <PrefectureMap {...props} />
          <CountryBars {...props} />
        </div>
      </Section>
      <Section id="home-what" title={home.what}>
        <div class="cols-charts">
          <FieldBars {...props} />
          <DecadeBars {...props} />
        </div>
        {source === null ? null : <Prov>{source}</Prov>}
      </Section>
    </>
  );
}

function PrefectureMap({ lang, byPrefecture }: HomeChartsProps) {
  const { home } = portalTexts(lang);
  return (
    <div>
      <h3 class="mb-s">{home.byPrefecture}</h3>
      <TileMap
        label={home.byPrefecture}
        unit={home.agreementUnit}
        counts={byPrefecture}
        hrefOf={(prefecture) => agreementsHref(lang, { prefecture })}
      />
      <p class="small sub mt-s">{home.byPrefectureNote}</p>
    </div>
  );
}

function CountryBars({ lang, byCountry }: HomeChartsProps) {
  const { home } = portalTexts(lang);
  return (
    <div>
      <h3 class="mb-s">{home.byCountry(byCountry.length)}</h3>
      <BarList
        id="by-country"
        itemLabel={home.country}
        valueLabel={home.agreementCount}
        bars={byCountry.map(({ country, label, count }) => ({
          label,
          value: count,
          href: agreementsHref(lang, { country }),
        }))}
      />
      <p class="small sub mt-s">{home.byCountryNote}</p>
    </div>
  );
}

function FieldBars({ lang, byField }: HomeChartsProps) {
  const { home } = portalTexts(lang);
  return (
    <div>
      <h3 class="mb-s">{home.byField}</h3>
      <BarList
        id="by-field"
        itemLabel={home.field}
        valueLabel={home.listingCount}
        bars={byField.map(({ field, label, tally }) => ({
          label,
          value: tally,
          href: agreementsHref(lang, { field }),
        }))}
      />
      <p class="small sub mt-s">{home.byFieldNote}</p>
    </div>
  );
}

function DecadeBars({ lang, byDecade }: HomeChartsProps) {
  const { home } = portalTexts(lang);
  return (
    <div>
      <h3 class="mb-s">{home.byDecade}</h3>
      <BarList
        id="by-decade"
        itemLabel={home.decade}
        valueLabel={home.agreementCount}
        bars={byDecade.map(({ decade, count }) => ({
          label: home.decadeOf(decade),
          value: count,
          href: agreementsHref(lang, { decade: `${decade}` }),
        }))}
      />
      <p class="small sub mt-s">{home.byDecadeNote}</p>
    </div>
  );
}
