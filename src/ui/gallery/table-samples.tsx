/** Gallery: table of records with facets, cross table, difference of two versions. */
import { ConflictTable } from "../conflict-table.tsx";
import { type CrossColumn, type CrossRow, CrossTable } from "../cross-table.tsx";
import { DataTable } from "../data-table.tsx";
import { DateText } from "../date-text.tsx";
import { viewDay } from "../date-view.ts";
import { EmptyState } from "../empty-state.tsx";
import { Facets } from "../facets.tsx";
import { Link } from "../link.tsx";
import { Section } from "../panel.tsx";
import { ListingTags } from "../tag.tsx";

type Sample = Readonly<{ title: string; japan: string; foreign: string; year: number; listings: number }>;

const SAMPLES: readonly Sample[] = [
  {
    title: "見本市と試験郡の友好交流に関する協定書",
    japan: "鹿児島県見本市",
    foreign: "大韓民国試験郡",
    year: 24,
    listings: 2,
  },
  {
    title: "見本県環境技術情報センターと試験省環境科学研究院、環境監測センターの協力に関する覚書",
    japan: "見本県",
    foreign: "中華人民共和国試験省",
    year: 23,
    listings: 1,
  },
];

const COUNTRIES = [
  "中華人民共和国",
  "大韓民国",
  "フランス共和国",
  "カナダ",
  "台湾",
  "ロシア連邦",
  "モンゴル国",
  "ベトナム社会主義共和国",
];

export function TableSamples() {
  return (
    <>
      <Section id="g-table" title="一覧としぼり込み">
        <div class="with-facets">
          <FacetSamples />
          <div>
            <RecordTable rows={SAMPLES} />
            <RecordTable rows={[]} />
          </div>
        </div>
      </Section>
      <Section id="g-cross" title="集計表">
        <CrossTable caption="分野別の掲載数" rowHeading="提携の形" columns={COLUMNS} rows={ROWS} />
      </Section>
      <Section id="g-diff" title="変更の重なり">
        <ConflictTable
          conflicts={[
            {
              field: "title",
              label: "協定名",
              saved: "見本市と試験郡の協定書",
              mine: "見本市と試験郡の協定",
              keep: "saved",
            },
            { field: "phone", label: "電話", saved: "", mine: "099-000-0000", keep: "mine" },
          ]}
        />
      </Section>
    </>
  );
}

function FacetSamples() {
  return (
    <Facets
      groups={[
        {
          key: "field",
          label: "分野（掲載数）",
          open: true,
          items: [
            { label: "①教育交流", href: "/styleguide?field=1", count: { n: 26, relisted: 0 } },
            { label: "②文化交流", href: "/styleguide?field=2", count: { n: 25, relisted: 4 } },
            { label: "④医療交流", href: "/styleguide?field=4", count: { n: 0, relisted: 0 } },
          ],
        },
        {
          key: "country",
          label: "相手の国・地域",
          items: COUNTRIES.map((label, index) => ({
            label,
            href: `/styleguide?country=${index}`,
            count: 20 - index,
            current: index === 1,
          })),
        },
        {
          key: "decade",
          label: "締結の年代",
          items: [{ label: "2010年代", href: "/styleguide?decade=2010", count: 1234 }],
        },
      ]}
    />
  );
}

function RecordTable({ rows }: Readonly<{ rows: readonly Sample[] }>) {
  return (
    <DataTable<Sample>
      caption="条件に合う提携・協定"
      rows={rows}
      empty={
        <EmptyState
          title="「試験」の協定は見つかりませんでした"
          lead="条件を一つ外すと見つかるものがあります。"
          suggestions={[{ label: "分野の条件を外す", href: "/styleguide?loosen=field", note: "見本県の協定 2件" }]}
          actions={<Link href="/styleguide">条件をすべて外す</Link>}
        />
      }
      columns={[
        {
          label: "協定名",
          header: true,
          sort: { href: "/styleguide?sort=title", direction: null },
          cell: ({ title }) => <Link href="/styleguide">{title}</Link>,
        },
        { label: "日本側", cell: ({ japan }) => japan },
        { label: "海外側", wide: true, cell: ({ foreign }) => foreign },
        {
          label: "締結日",
          sort: { href: "/styleguide?sort=-signed", direction: "descending" },
          cell: ({ year }) => <DateText date={viewDay(`${1988 + year}-05-23`)} />,
        },
        {
          label: "分野",
          cell: ({ listings }) => <ListingTags fields={["②文化交流", "⑧行政交流"].slice(0, listings)} />,
        },
        { label: "掲載数", numeric: true, cell: ({ listings }) => listings },
      ]}
    />
  );
}

const COLUMNS: readonly CrossColumn[] = [
  { key: "①", label: "①教育" },
  { key: "②", label: "②文化" },
  { key: "③", label: "③スポーツ" },
  { key: "④", label: "④医療" },
  { key: "⑤", label: "⑤経済", detail: "（農業等）" },
  { key: "⑥", label: "⑥経済", detail: "（工業等）" },
  { key: "⑦", label: "⑦経済", detail: "（商業等）" },
  { key: "⑧", label: "⑧行政" },
  { key: "⑨", label: "⑨その他" },
  { key: "合計", label: "合計" },
];

const ROWS: readonly CrossRow[] = [
  { label: "1対1の提携", kind: "row", cells: sampleCells(20, 3) },
  { label: "複数の自治体との提携", kind: "row", cells: sampleCells(2, 0) },
  { label: "合計", kind: "total", cells: sampleCells(22, 3) },
];

function sampleCells(n: number, relisted: number): CrossRow["cells"] {
  const same = Object.fromEntries(
    COLUMNS.map(({ key }, index) => [key, { tally: { n: n + index, relisted }, href: "/styleguide" }]),
  );
  return { ...same, "⑨": { tally: { n, relisted }, href: "/styleguide", printed: { n, relisted: relisted + 1 } } };
}
