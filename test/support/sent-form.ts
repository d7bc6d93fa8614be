/** Forms of a page as a browser without JavaScript sends them. */

/** What a browser would send back if nothing were changed. */
export function formOf(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  const body = html.slice(html.indexOf('<form class="stack-l'));
  for (const [tag] of body.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && !tag.includes('type="radio"')) form[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name, text] of body.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) {
    form[name!] = plain(text!);
  }
  for (const [, name, options] of body.matchAll(/<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    form[name!] = /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? "";
  }
  return form;
}

function plain(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** Everything that travels along unseen. */
export function hiddenIn(html: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input type="hidden" [^>]*>/g)) {
    sent[/name="([^"]*)"/.exec(tag)![1]!] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return sent;
}
