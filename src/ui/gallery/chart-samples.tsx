/** Gallery: bars and the tile map. */
import { BarList } from "../bar-list.tsx";
import { Section } from "../panel.tsx";
import { TileMap } from "../tile-map.tsx";

export function ChartSamples() {
  return (
    <Section id="g-charts" title="図">
      <div class="cols-charts">
        <div>
          <h3 class="mb-s">都道府県別の協定数</h3>
          <TileMap
            counts={{ "01": 11, "13": 6, "22": 12, "34": 3, "40": 14, "46": 2 }}
            hrefOf={(prefecture) => `/agreements?prefecture=${prefecture}`}
          />
        </div>
        <div>
          <h3 class="mb-s">分野別の掲載数（うち再掲）</h3>
          <BarList
            id="g-fields-chart"
            itemLabel="分野"
            valueLabel="掲載数"
            bars={[
              { label: "①教育交流", href: "/agreements?field=①", value: { n: 26, relisted: 0 } },
              { label: "②文化交流", href: "/agreements?field=②", value: { n: 25, relisted: 4 } },
              { label: "⑨その他交流", href: "/agreements?field=⑨", value: { n: 16, relisted: 10 } },
              { label: "⑤経済交流（農業等）", value: { n: 0, relisted: 0 } },
            ]}
          />
          <h3 class="mt-l mb-s">国・地域別の協定数</h3>
          <BarList
            id="g-countries-chart"
            itemLabel="国・地域"
            valueLabel="協定数"
            bars={[
              { label: "中華人民共和国", href: "/agreements?country=CN", value: 56 },
              { label: "大韓民国", href: "/agreements?country=KR", value: 34 },
            ]}
          />
        </div>
      </div>
    </Section>
  );
}
