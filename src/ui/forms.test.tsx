import { describe, expect, it } from "vitest";
import { Button, ButtonLink } from "./button.tsx";
import { CheckList } from "./check-list.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { SearchForm } from "./search-form.tsx";
import { Select } from "./select.tsx";
import { TextArea, TextInput } from "./text-input.tsx";

describe("a question of a form", () => {
  it("ties label, hint and error to its control, the error first", () => {
    const page = (
      <TextInput
        name="signed"
        label="締結日"
        hint="例　H20.11.4"
        error="13月という月はありません。"
        value="令和6年13月"
      />
    ).toString();
    expect(page).toContain('<label for="signed">');
    expect(page).toContain('aria-describedby="signed-error signed-hint"');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('<p class="error" id="signed-error">');
  });

  it("keeps what was typed, escaped", () => {
    expect((<TextInput name="title" label="協定名" value={'"><script>'} />).toString()).toContain(
      'value="&quot;&gt;&lt;script&gt;"',
    );
    expect((<TextArea name="background" label="経緯" value="</textarea><b>" />).toString()).not.toContain("<b>");
  });

  it("keeps a first line that is empty, which HTML would drop", () => {
    expect((<TextArea name="background" label="経緯" value={"\n次の行"} />).toString()).toContain(">\n\n次の行<");
  });

  it("says in words whether an answer is needed", () => {
    expect((<TextInput name="title" label="協定名" required />).toString()).toContain('<span class="req">必須</span>');
    expect((<TextInput name="title" label="協定名" />).toString()).toContain('<span class="opt">任意</span>');
  });

  it("shows the chosen value of a list, and a choice of none", () => {
    const options = [
      { value: "13", label: "東京都" },
      { value: "46", label: "鹿児島県" },
    ];
    const page = (<Select name="prefecture" label="都道府県" options={options} value="46" />).toString();
    expect(page).toContain('<option value="46" selected="">鹿児島県</option>');
    expect(page).toContain('<option value="">選んでください</option>');
  });

  it("names a group of choices, and lets an error summary lead to it", () => {
    const page = (
      <CheckList name="fields" label="分野" chosen={["①"]} choices={[{ value: "①", label: "①教育交流" }]} />
    ).toString();
    expect(page).toContain('<fieldset class="field" id="fields" tabindex="-1">');
    expect(page).toMatch(/<legend[^>]*>分野/u);
    expect(page).toContain('type="checkbox" name="fields" value="①" checked=""');
  });
});

describe("a refused form", () => {
  it("says how many places, leads to each, and that nothing is lost", () => {
    const problems = [{ field: "signed", label: "締結日", message: "13月という月はありません。" }];
    const page = (<ErrorSummary problems={problems} />).toString();
    expect(page).toContain("1か所を直してください");
    expect(page).toContain('<a href="#signed">');
    expect(page).toContain("入力した内容は残っています。");
    expect(page).toContain('role="alert"');
    expect(page).toContain("autofocus");
  });

  it("is not announced when there is nothing to correct", () => {
    expect((<ErrorSummary problems={[]} />).toString()).toBe("");
  });
});

describe("a button", () => {
  it("that cannot be used now names the sentence that says why", () => {
    expect((<Button blockedBy="why">確定する</Button>).toString()).toContain(
      'aria-disabled="true" aria-describedby="why"',
    );
  });

  it("that leads somewhere is a link, and refuses addresses that are no pages", () => {
    const refused = "javascript:alert(1)";
    expect((<ButtonLink href="/agreements">さがす</ButtonLink>).toString()).toBe(
      '<a href="/agreements" class="btn">さがす</a>',
    );
    expect((<ButtonLink href={refused}>さがす</ButtonLink>).toString()).not.toContain("href");
  });
});

describe("the search form", () => {
  it("shows its label, keeps the filters and what was asked", () => {
    const page = (
      <SearchForm action="/agreements" label="協定名" value="大連" keep={[{ name: "country", value: "CN" }]} />
    ).toString();
    expect(page).toContain('<form role="search" action="/agreements" method="get">');
    expect(page).toMatch(/<label[^>]*for="q">協定名<\/label>/u);
    expect(page).toContain('<input type="hidden" name="country" value="CN"/>');
    expect(page).toContain('value="大連"');
    expect(page).not.toContain("placeholder");
  });
});
