/**
 * Labels of the nine fields as reports print them: 「①教育交流」, 「⑤ 經濟交流 (農業等)」, 「⑨その他」, in table heads 「①教育」.
 *
 * The circled number decides which field it is; a label in other words or characters is reported, never corrected.
 */
import { matchKey } from "../../kernel/name-key.ts";
import { FIELD_LABELS, type Field, isField } from "../../registry/index.ts";
import { plain } from "./headings.ts";

/** The standard label, or the short form without 交流 (その他); old characters count as the same (經濟 = 経済). */
export function isFieldLabel(mark: string, label: string): boolean {
  if (!isField(mark)) return false;
  const standard = matchKey(FIELD_LABELS[mark]);
  const key = matchKey(label);
  return key === standard || key === standard.replace(matchKey("交流"), "");
}

export function isStandardLabel(field: Field, label: string): boolean {
  return plain(label) === plain(FIELD_LABELS[field]);
}

/** Heads of table columns shorten the label: 教育, 農業等. */
export function isShortLabel(field: Field, label: string): boolean {
  const key = plain(label);
  return key !== "" && plain(FIELD_LABELS[field]).includes(key);
}
