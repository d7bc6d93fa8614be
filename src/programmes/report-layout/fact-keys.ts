/**
 * Keys of the lines in which our own report states a year's facts one by one (記録：以下のとおり), where no wording of a
 * report would be read as exactly what was entered: an event that the office's text names otherwise, a number with a
 * label no key could carry. One line a fact, every value as it was entered.
 */

/** The line above them; what stands before it is wording, and no fact is taken from it. */
export const FACTS_BEGIN = { key: "記録", value: "以下のとおり" } as const;

export const FACT_KEYS = {
  status: "状況",
  reason: "理由",
  note: "注記",
  item: "項目",
  subItem: "小項目",
  mark: "番号",
  post: "職",
  nationality: "国籍",
  appointment: "任用",
  since: "任用開始",
  yearOfService: "任用年数",
  absence: "未着任の理由",
  event: "行事",
  edition: "開催回",
  date: "開催日",
  place: "開催場所",
  direction: "派遣・受入",
  related: "内容",
  quantity: "数",
  value: "値",
  rough: "概数",
  unit: "単位",
  asOf: "時点",
  period: "期間",
  subsetOf: "内数の元",
  people: "人員",
  country: "国・地域",
  count: "人数",
  /** The sub-item a row belongs to when it does not stand under it. */
  ofItem: "所属項目",
} as const;
export type FactKey = keyof typeof FACT_KEYS;
