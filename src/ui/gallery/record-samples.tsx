/** Gallery: the parts of a record page. */
import { Fact, Facts, Printed } from "../facts.tsx";
import { Figures } from "../figures.tsx";
import { HistoryList } from "../history-list.tsx";
import { Link } from "../link.tsx";
import { Panel, Section } from "../panel.tsx";
import { Parties } from "../parties.tsx";
import { ListingTags } from "../tag.tsx";

export function RecordSamples() {
  return (
    <>
      <Section id="g-figures" title="記録の数">
        <Figures
          figures={[
            { label: "提携・協定", value: 1490, unit: "協定", href: "/agreements", linkText: "一覧を見る" },
            {
              label: "掲載（うち再掲26）",
              value: 175,
              unit: "掲載",
              href: "/tables/by-field",
              linkText: "集計表を見る",
            },
            { label: "国・地域", value: 24, unit: "か国・地域", href: "/tables/by-country", linkText: "集計表を見る" },
          ]}
        />
      </Section>
      <Section id="g-record" title="記録">
        <div class="stack-l">
          <Parties
            japan={[{ name: "鹿児島県見本市", href: "/governments/46999", note: "この自治体の協定 1件" }]}
            foreign={[{ name: "大韓民国試験道試験郡", note: "協定名での表記：シホム郡" }]}
          />
          <Parties
            japan={[{ name: "見本県" }, { name: "試験県", note: "現在は見本市" }]}
            foreign={[{ name: "試験省" }, { name: "見本省" }, { name: "第三の地方政府の連合協議会" }]}
          />
          <div class="with-side">
            <Facts>
              <Fact term="締結日">
                平成20年11月4日 または 平成22年11月4日
                <Printed text="平成20（2010）年11月4日" />
              </Fact>
              <Fact term="掲載分野">
                <ListingTags fields={["②文化交流", "⑧行政交流"]} />
              </Fact>
              <Fact term="紹介ページ">
                <Link href="ftp://example.jp/page">開けないアドレスは文字のまま示します</Link>
              </Fact>
              <Fact term="担当" />
            </Facts>
            <aside class="stack-l" aria-label="この記録について">
              <Panel title="出典">
                <Facts tight>
                  <Fact term="資料">見本の調査結果</Fact>
                  <Fact term="位置">②文化交流 1</Fact>
                </Facts>
              </Panel>
              <Panel title="履歴" look="plain">
                <HistoryList
                  entries={[
                    { datetime: "2026-08-03", when: "令和8年8月3日", what: "締結の年を照会", who: "この端末の担当者" },
                    { datetime: "2026-07-27", when: "令和8年7月27日", what: "調査結果から取り込み、第1版" },
                  ]}
                />
              </Panel>
              <Panel title="次にすること" look="key">
                <p>確認を待っています。</p>
              </Panel>
            </aside>
          </div>
        </div>
      </Section>
    </>
  );
}
