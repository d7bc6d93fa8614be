/** Gallery: notices, tags, status shapes, chips, dates, steps, switches. */
import { Chips } from "../chips.tsx";
import { DateText } from "../date-text.tsx";
import { viewDate, viewDay } from "../date-view.ts";
import { Mark, type MarkStatus } from "../mark.tsx";
import { Notice } from "../notice.tsx";
import { Pager } from "../pager.tsx";
import { Section } from "../panel.tsx";
import { Prov } from "../prov.tsx";
import { Steps } from "../steps.tsx";
import { ListingTags, Tag } from "../tag.tsx";
import { Tabs, ViewToggle } from "../view-switch.tsx";

const STATUSES: readonly MarkStatus[] = [
  "held",
  "partlyHeld",
  "heldInWriting",
  "planned",
  "cancelled",
  "noneBiennial",
  "none",
  "undecided",
  "underAdjustment",
  "inProgress",
];

export function WordSamples() {
  return (
    <>
      <Section id="g-notices" title="お知らせ">
        <NoticeSamples />
      </Section>
      <Section id="g-words" title="状態、ラベル、条件">
        <div class="legendbox">
          {STATUSES.map((status) => (
            <Mark status={status} />
          ))}
        </div>
        <div class="row mt">
          <ListingTags fields={["②文化交流", "⑧行政交流"]} />
          <Tag kind="est">推定</Tag>
          <Tag kind="open">随時</Tag>
          <Tag>町</Tag>
        </div>
        <div class="mt">
          <Chips
            clearHref="/styleguide"
            filters={[
              { kind: "相手", value: "大韓民国", removeHref: "/styleguide?a=1" },
              { kind: "日本側", value: "鹿児島県", removeHref: "/styleguide?a=2" },
            ]}
          />
        </div>
      </Section>
      <Section id="g-dates" title="日付">
        <DateSamples />
        <Prov>見本の調査（平成24年8月）によります。</Prov>
      </Section>
      <Section id="g-switches" title="切り替えと手順">
        <div class="stack-l">
          <Tabs
            label="見本のタブ"
            views={[
              { label: "概要", href: "/styleguide", current: true },
              { label: "履歴", href: "/styleguide?v=history" },
            ]}
          />
          <ViewToggle
            label="表の見せ方"
            views={[
              { label: "報告書の形　n(再掲)", href: "/styleguide", current: true },
              { label: "データの形　1行に1つの値", href: "/styleguide?v=data" },
            ]}
          />
          <Steps steps={["ファイルを選ぶ", "読み取る", "確認する", "取り込む"]} current={2} />
          <Pager size={50} previousHref="/styleguide?before=a" nextHref="/styleguide?after=b" />
        </div>
      </Section>
    </>
  );
}

function NoticeSamples() {
  return (
    <div class="cols-2">
      <Notice level={3} title="お知らせ">
        <p>この調査の受付は8月31日までです。</p>
      </Notice>
      <Notice level={3} kind="ok" title="保存しました" announce>
        <p>見本市の記録を保存しました。</p>
      </Notice>
      <Notice level={3} kind="warn" title="確認してください">
        <p>元号の年と西暦の年が合いません。</p>
      </Notice>
      <Notice level={3} kind="err" title="保存できませんでした">
        <p>入力した内容は残っています。</p>
      </Notice>
      <Notice level={3} kind="gray" title="取り下げた記録です">
        <p>公開の一覧には出ません。</p>
      </Notice>
    </div>
  );
}

function DateSamples() {
  const conflict = { eraYear: "2008", westernYear: "2010" };
  return (
    <ul class="stack-s">
      <li>
        <DateText date={viewDay("2012-05-23")} />
      </li>
      <li>
        <DateText date={viewDate({ asPrinted: "平成11（1999）年8月", date: "1999-08", precision: "month" })} />
      </li>
      <li>
        <DateText date={viewDate({ asPrinted: "平成4（1992）年", date: "1992", precision: "year" })} />
      </li>
      <li>
        <DateText
          date={viewDate({ asPrinted: "平成20（2010）年11月4日", date: "2008-11-04", precision: "day", conflict })}
        />
      </li>
      <li>
        <DateText date={null} />
      </li>
    </ul>
  );
}
