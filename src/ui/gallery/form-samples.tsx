/** Gallery: buttons, fields, search, error summary. */
import { Button, ButtonLink } from "../button.tsx";
import { CheckList } from "../check-list.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { DownloadIcon } from "../icons.tsx";
import { Section } from "../panel.tsx";
import { SearchForm } from "../search-form.tsx";
import { Select } from "../select.tsx";
import { TextArea, TextInput } from "../text-input.tsx";

export function FormSamples() {
  return (
    <>
      <Section id="g-buttons" title="ボタン">
        <div class="row">
          <Button look="main">保存する</Button>
          <Button>しぼり込む</Button>
          <Button look="plain">やめて戻る</Button>
          <Button look="danger">取り下げる</Button>
          <Button blockedBy="g-blocked">確定する</Button>
          <Button small>小さい操作</Button>
          <ButtonLink href="/styleguide">
            <DownloadIcon />
            CSVで保存
          </ButtonLink>
        </div>
        <p id="g-blocked" class="sub mt-s">
          先に1番を決めると確定できます。
        </p>
      </Section>
      <Section id="g-search" title="さがす">
        <SearchForm
          action="/agreements"
          label="協定名・自治体・相手地域・取組の内容"
          value="見本市"
          keep={[{ name: "country", value: "KR" }]}
          examples={[{ label: "見本市", href: "/agreements?q=見本市" }]}
        />
      </Section>
      <Section id="g-fields" title="入力欄">
        <ErrorSummary problems={[{ field: "signed", label: "締結日", message: "13月という月はありません。" }]} />
        <div class="cols-3 mt-l">
          <TextInput name="title" label="協定名" required value="見本市と試験郡の友好協定" />
          <TextInput
            name="signed"
            label="締結日"
            optionalWords="分からなければ空けたままで"
            hint="例　平成20年11月、H20.11.4、2008-11-04"
            value="令和6年13月15日"
            error="13月という月はありません。"
          />
          <Select
            name="prefecture"
            label="都道府県"
            options={[
              { value: "13", label: "東京都" },
              { value: "46", label: "鹿児島県" },
            ]}
            value="46"
          />
          <CheckList
            name="fields"
            label="分野"
            required
            error="一つ以上選んでください。"
            chosen={["①"]}
            choices={[
              { value: "①", label: "①教育交流", count: "26" },
              { value: "②", label: "②文化交流", count: "25(4)" },
            ]}
          />
          <CheckList
            name="publication"
            label="公開の範囲"
            pick="one"
            chosen={["published"]}
            choices={[
              { value: "published", label: "だれでも見られる" },
              { value: "withdrawn", label: "取り下げた記録" },
            ]}
          />
          <TextArea name="background" label="提携に至った経緯" value="見本の文章です。" />
        </div>
      </Section>
    </>
  );
}
