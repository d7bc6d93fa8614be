/** What a reader reads of markup: on an English page Japanese words stand in elements of their own. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
