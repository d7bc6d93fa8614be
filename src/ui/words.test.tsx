import { describe, expect, it } from "vitest";
import { Chips } from "./chips.tsx";
import { FaultPage, NotFoundPage } from "./error-page.tsx";
import { Facets } from "./facets.tsx";
import { Fact } from "./facts.tsx";
import { FindingCard } from "./finding-card.tsx";
import { Notice } from "./notice.tsx";
import { Pager } from "./pager.tsx";
import { Parties } from "./parties.tsx";
import { SourceLines } from "./source-lines.tsx";
import { Steps } from "./steps.tsx";
import { ListingTags } from "./tag.tsx";
import { ViewToggle } from "./view-switch.tsx";

describe("a notice", () => {
  it("is spoken only after an action: an error as an alert, the rest as a status", () => {
    expect((<Notice title="お知らせ" />).toString()).not.toContain("role=");
    expect((<Notice kind="ok" title="保存しました" announce />).toString()).toContain('role="status"');
    expect((<Notice kind="err" title="保存できませんでした" announce />).toString()).toContain('role="alert"');
  });
});

describe("fields of an agreement", () => {
  it("write the word 再掲 on every listing after the first", () => {
    const page = (<ListingTags fields={["②文化交流", "⑧行政交流", "⑨その他交流"]} />).toString();
    expect(page).toContain('<span class="tag main">②文化交流</span>');
    expect(page.match(/（再掲）/gu)).toHaveLength(2);
  });
});

describe("a fact", () => {
  it("that nobody stated says so, while zero is a fact", () => {
    expect((<Fact term="担当">{null}</Fact>).toString()).toContain("記載なし");
    expect((<Fact term="掲載">{0}</Fact>).toString()).toContain("<dd>0</dd>");
  });
});

describe("facets", () => {
  const item = (label: string, count: number, current = false) => ({ label, href: `/?${label}`, count, current });

  it("leave out rows without hits unless they are chosen", () => {
    const items = [item("東京都", 6), item("奈良県", 0), item("群馬県", 0, true)];
    const page = (<Facets groups={[{ key: "prefecture", label: "都道府県", items }]} />).toString();
    expect(page).not.toContain("奈良県");
    expect(page).toContain('<a href="/?群馬県" aria-current="true">');
    expect(page).toContain("しぼり込む（1つの条件を選択中）");
  });

  it("show six rows and fold the rest, a chosen one always in view", () => {
    const items = Array.from({ length: 10 }, (_, index) => item(`行${index}`, 10 - index, index === 9));
    const page = (<Facets groups={[{ key: "country", label: "国", items }]} />).toString();
    expect(page).toContain("ほか3件から選ぶ");
    expect(page.indexOf("行9")).toBeLessThan(page.indexOf("ほか3件"));
  });
});

describe("active filters", () => {
  it("say in their links that they are removed", () => {
    const filters = [{ kind: "相手", value: "大韓民国", removeHref: "/agreements" }];
    const page = (<Chips filters={filters} clearHref="/agreements" />).toString();
    expect(page).toContain('大韓民国<span class="vh">の条件を外す</span>');
    expect(page).toContain("条件をすべて外す");
    expect((<Chips filters={[]} clearHref="/agreements" />).toString()).toBe("");
  });
});

describe("a finding", () => {
  it("says its severity in words and can be reached by its number from the source line", () => {
    const card = (<FindingCard number={2} severity="error" title="電子メールに個人名が含まれています" />).toString();
    expect(card).toContain('id="finding-2"');
    expect(card).toContain("取り込めません");
    const lines = (
      <SourceLines lines={[{ line: 1289, text: "平成20（2010）年", findings: [2], here: true }]} />
    ).toString();
    expect(lines).toContain('<a class="pin" href="#finding-2" aria-label="確認事項2へ">2</a>');
    expect(lines).toContain('<li class="hit here" aria-current="true" id="line-1289">');
  });
});

describe("the parties of an agreement", () => {
  it("are a list where one side has several", () => {
    const page = (
      <Parties
        japan={[{ name: "見本市", href: "/governments/46999" }]}
        foreign={[{ name: "甲省" }, { name: "乙省" }]}
      />
    ).toString();
    expect(page).toContain('<p class="name"><a href="/governments/46999">見本市</a></p>');
    expect(page.match(/<li>/gu)).toHaveLength(2);
  });
});

describe("ways through a list or a task", () => {
  it("page to the neighbours only, and not at all on a single page", () => {
    const page = (<Pager size={50} nextHref="/agreements?after=x" />).toString();
    expect(page).toContain("次の50件");
    expect(page).not.toContain("前の50件");
    expect((<Pager size={50} />).toString()).toBe("");
  });

  it("mark the current view and the current step", () => {
    const views = [{ label: "データの形", href: "/tables/by-field?view=data", current: true }];
    expect((<ViewToggle label="表の見せ方" views={views} />).toString()).toContain('aria-current="true"');
    expect((<Steps steps={["選ぶ", "確認する"]} current={1} />).toString()).toContain('<li aria-current="step">');
  });
});

describe("a page that cannot be shown", () => {
  it("offers a search when the record is not there", () => {
    const page = (<NotFoundPage lang="ja" path="/agreements/A999999" />).toString();
    expect(page).toContain("<h1>このページは見つかりませんでした</h1>");
    expect(page).toContain('href="/agreements"');
  });

  it("apologises for a fault and gives the id that finds it in the log", () => {
    const page = (<FaultPage lang="ja" path="/agreements" requestId="K7Q2-48NF" />).toString();
    expect(page).toContain("申し訳ありません。画面を表示できませんでした");
    expect(page).toContain("K7Q2-48NF");
  });
});
