/** 下書きの事業を直す画面の言葉。 */
import type { Likeness } from "./likeness.ts";

export const correctionWords = {
  head: "事業の内容",
  year: "年度",
  column: "欄",
  yearHint: "「令和6年度」のように",
  remove: "この年度の欄を除く",
  yearNotRead: (text: string) => `「${text}」は年度として読み取れません。`,
  refused: "このままでは記録できません",
  formerly: (name: string) => `旧 ${name}`,
  likeness: {
    same_title: "事業名が同じ",
    title_by_former_name: "相手の旧い名前に直すと、事業名が同じ",
    same_short_title: "上位の事業を除くと、事業名が同じ",
    title_contained: "一方の事業名が他方に含まれる",
    similar_title: "事業名が似ている",
    shared_partner: "相手が同じ",
    same_start: "開始年度が同じ",
  } satisfies Record<Likeness, string>,
};

export type CorrectionWords = typeof correctionWords;
