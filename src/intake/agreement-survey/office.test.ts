import { expect, it } from "vitest";
import { readLinks } from "./links.ts";
import { readOffice } from "./office.ts";

const lines = (text: string) => text.split("\n").map((words, index) => ({ line: index + 1, text: words }));

it.each([
  ["担当部署名\t国際課\t\t\n電話番号\t017-000-0001\t電子メール\tkokusai@city.example.jp", ["国際課"], ["017-000-0001"]],
  [
    "担当部署名\t文化振興課\t電子メール\tbunka@city.example.jp\n電話番号\t03-0000-0001\t\t",
    ["文化振興課"],
    ["03-0000-0001"],
  ],
  [
    "担当部署名\t文化部 文化・国際課、観光部 政策課\n電話番号\t088-000-0001 088-000-0002",
    ["文化部 文化・国際課", "観光部 政策課"],
    ["088-000-0001", "088-000-0002"],
  ],
  [
    "担当部署名\tA 建設局計画課、B 水道局計画課\n電話番号\tA 078-000-0001 B 078-000-0002",
    ["建設局計画課", "水道局計画課"],
    ["078-000-0001", "078-000-0002"],
  ],
  ["担当部署名\tA 京都府 国際課 B みやこの市 みなと課\n電話番号\t", ["京都府 国際課", "みやこの市 みなと課"], []],
  ["担当部署名\t教育委員会 文化課 体育保健課\n電話番号\t\t電子メール\t", ["教育委員会 文化課 体育保健課"], []],
  ["担当部署名\t総務課\n電話番号\t0254-00-0001（内線228）", ["総務課"], ["0254-00-0001（内線228）"]],
  [
    "担当部署名\t自治振興係\n電話番号\t099-000-0001 (内線: 2233)\t電子メール\t",
    ["自治振興係"],
    ["099-000-0001 (内線: 2233)"],
  ],
  [
    "担当部署名 人形劇係 (人形劇フェスタ\n実行委員会、事務局)\n電話番号 0265-00-0001",
    ["人形劇係 (人形劇フェスタ実行委員会、事務局)"],
    ["0265-00-0001"],
  ],
  ["| 担当部署名 | 国際課 | | |\n| 電話番号 | 017-000-0001 koryu@city.example.jp | | |", ["国際課"], ["017-000-0001"]],
  ["--", [], []],
])("the office of 「%s」", (text, departments, phones) => {
  expect(readOffice(lines(text))).toEqual({ departments, phones });
});

it("links come without brackets, tags and the words behind them", () => {
  const text =
    "<http://www.example.jp/a>（「協会」のHP）\n<p>http://www.example.jp/b.pdf</p> <p>(報道発表資料)</p>\n--\nなし\nhttp://www.example.jp/c、http://www.example.jp/d。";
  expect(readLinks(lines(text))).toEqual([
    "http://www.example.jp/a",
    "http://www.example.jp/b.pdf",
    "http://www.example.jp/c",
    "http://www.example.jp/d",
  ]);
});
