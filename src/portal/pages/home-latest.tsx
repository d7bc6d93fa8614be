/** Home: the agreements signed last. */
import { DateText, Link, pathIn, Section } from "../../ui/index.ts";
import { agreementsHref } from "../agreement-links.ts";
import type { HomePageProps } from "../home-content.ts";
import { portalTexts } from "../messages.ts";

export type HomeLatestProps = Pick<HomePageProps, "lang" | "latest">;

export function HomeLatest({ lang, latest }: HomeLatestProps) {
  const { home } = portalTexts(lang);
  if (latest.length === 0) return null;
  return (
    <Section
      id="home-latest"
      title={home.latest}
      aside={<Link href={agreementsHref(lang, { sort: "-signed" })}>{home.latestMore}</Link>}
    >
      <ul class="linklist">
        {latest.map(({ id, title, japan, foreign, date }) => (
          <li>
            <Link class="t" href={pathIn(lang, `/agreements/${id}`)}>
              {title}
            </Link>
            <br />
            <span class="m">
              {[japan, foreign].map((side) => side.join(home.partiesListed)).join(home.partiesJoined)}
              {"　"}
              <DateText date={date} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
