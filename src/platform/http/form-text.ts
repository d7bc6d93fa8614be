/**
 * One text of a sent form; "" when it is missing or a file. Browsers send line breaks as CR LF; other control
 * characters have no meaning in a record, and NUL no place in a database.
 */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== "string") return "";
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}
