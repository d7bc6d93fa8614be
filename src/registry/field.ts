/**
 * Fields (分野) of agreements: the nine of the survey of agreements in particular fields, August 2012.
 *
 * The circled number is the stable key in code, tables and JSON; the label is what people read. ⑤–⑦ stand
 * together under 経済 in printed tables. Environmental agreements belong to ⑨.
 */

export const FIELDS = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"] as const;
export type Field = (typeof FIELDS)[number];

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  "①": "教育交流",
  "②": "文化交流",
  "③": "スポーツ交流",
  "④": "医療交流",
  "⑤": "経済交流（農業等）",
  "⑥": "経済交流（工業等）",
  "⑦": "経済交流（商業等）",
  "⑧": "行政交流",
  "⑨": "その他交流",
};

export function isField(text: string): text is Field {
  return (FIELDS as readonly string[]).includes(text);
}

export function fieldName(field: Field): string {
  return `${field}${FIELD_LABELS[field]}`;
}
