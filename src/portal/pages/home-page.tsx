/**
 * Home: what this is, search, key figures, who with whom, in what and since when, the latest agreements.
 *
 * It shows only what exists, and every number opens the rows behind it. Counts are those of the registry; nothing is
 * counted here.
 */
import { EmptyState, HeroBridge, type Lang, PageFrame, pathIn, SearchForm } from "../../ui/index.ts";
import { agreementsHref } from "../agreement-links.ts";
import type { HomePageProps } from "../home-content.ts";
import { portalTexts } from "../messages.ts";
import { HomeCharts } from "./home-charts.tsx";
import { HomeFigures } from "./home-figures.tsx";
import { HomeLatest } from "./home-latest.tsx";

export function HomePage(props: HomePageProps) {
  const { lang, office, figures } = props;
  return (
    <PageFrame lang={lang} path={pathIn(lang, "/")} office={office}>
      <Hero lang={lang} examples={props.examples ?? []} />
      <div class="wrap">
        {figures.agreements === 0 ? (
          <EmptyState title={portalTexts(lang).home.empty.title} lead={portalTexts(lang).home.empty.lead} />
        ) : (
          <>
            <HomeFigures lang={lang} figures={figures} source={props.source} />
            <HomeCharts {...props} />
            <HomeLatest lang={lang} latest={props.latest} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

function Hero({ lang, examples }: Readonly<{ lang: Lang; examples: readonly string[] }>) {
  const { home } = portalTexts(lang);
  return (
    <div class="hero">
      <div class="wrap">
        <h1>
          {home.title.map((line) => (
            <span class="line">{line}</span>
          ))}
        </h1>
        <p class="lead">{home.lead}</p>
        <SearchForm
          big
          action={agreementsHref(lang)}
          label={home.search}
          examples={examples.map((q) => ({ label: q, href: agreementsHref(lang, { q }) }))}
        />
      </div>
      <HeroBridge />
    </div>
  );
}
