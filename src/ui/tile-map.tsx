/**
 * Map of Japan as tiles, one equal square per prefecture, in five classes with printed bounds; on a phone the same
 * links are a folded list by region. English names do not fit the tiles: there the tiles carry the number alone, and
 * the list stands below them at every width.
 */
import { useLang } from "./lang.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { type ClassBounds, classBounds, classOf } from "./number-classes.ts";
import { PREFECTURE_TILES, type PrefectureTile, type RegionKey } from "./prefecture-tiles.ts";

export type TileMapProps = Readonly<{
  /** By two-digit prefecture code; a missing one counts as zero. */
  counts: Readonly<Record<string, number>>;
  /** Address of the rows of a prefecture. */
  hrefOf: (prefecture: string) => string;
  /** Read after each number: 協定. */
  unit?: string | undefined;
  label?: string | undefined;
}>;

export function TileMap({ counts, hrefOf, unit, label }: TileMapProps) {
  const { chart } = useTexts();
  const lang = useLang();
  const bounds = classBounds(Object.values(counts));
  return (
    <>
      <div class="only-wide">
        <ul class="tiles" aria-label={label ?? chart.mapLabel}>
          {PREFECTURE_TILES.map((tile) => (
            <Tile
              tile={tile}
              count={counts[tile.code] ?? 0}
              bounds={bounds}
              href={hrefOf(tile.code)}
              unit={unit ?? chart.tileUnit}
            />
          ))}
        </ul>
        <Legend bounds={bounds} />
      </div>
      <div class={lang === "en" ? "mt" : "only-phone"}>
        <RegionLists counts={counts} hrefOf={hrefOf} />
      </div>
    </>
  );
}

type TileProps = Readonly<{ tile: PrefectureTile; count: number; bounds: ClassBounds; href: string; unit: string }>;

function Tile({ tile, count, bounds, href, unit }: TileProps) {
  const lang = useLang();
  const level = classOf(count, bounds);
  const content = (
    <>
      <span class={lang === "en" ? "vh" : undefined}>{lang === "en" ? tile.english : tile.short}</span>
      <b>
        {count.toLocaleString("ja-JP")}
        <span class="vh">{unit}</span>
      </b>
    </>
  );
  return (
    <li class={`p${tile.code}`}>
      {count === 0 ? (
        <span class="tile">{content}</span>
      ) : (
        <Link class={`tile q${level}`} href={href}>
          {content}
        </Link>
      )}
    </li>
  );
}

function Legend({ bounds: [second, third, fourth] }: Readonly<{ bounds: ClassBounds }>) {
  const { chart } = useTexts();
  const classes = [
    { name: "", words: "0" },
    { name: "q1", words: chart.range(1, second - 1) },
    { name: "q2", words: chart.range(second, third - 1) },
    { name: "q3", words: chart.range(third, fourth - 1) },
    { name: "q4", words: chart.orMore(fourth) },
  ];
  return (
    <p class="legend mt">
      <span class="vh">{chart.legend}</span>
      {classes.map(({ name, words }) => (
        <span>
          <i class={name} />
          {words}
        </span>
      ))}
    </p>
  );
}

function RegionLists({ counts, hrefOf }: Pick<TileMapProps, "counts" | "hrefOf">) {
  const { regions } = useTexts();
  const byRegion = Map.groupBy(PREFECTURE_TILES, ({ region }): RegionKey => region);
  return (
    <div class="facets regions">
      {[...byRegion].map(([region, tiles]) => (
        <details>
          <summary>{regions[region]}</summary>
          <ul>
            {tiles.map((tile) => (
              <RegionRow tile={tile} count={counts[tile.code] ?? 0} href={hrefOf(tile.code)} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function RegionRow({ tile, count, href }: Readonly<{ tile: PrefectureTile; count: number; href: string }>) {
  const name = useLang() === "en" ? tile.english : tile.name;
  return (
    <li>
      {count === 0 ? (
        <span class="norows">
          {name}
          <span class="n">0</span>
        </span>
      ) : (
        <Link href={href}>
          {name}
          <span class="n">{count.toLocaleString("ja-JP")}</span>
        </Link>
      )}
    </li>
  );
}
