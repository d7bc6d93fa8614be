/** Forms of a page as a browser without JavaScript sends them. */
import { type DefaultTreeAdapterMap, parse } from "parse5";

/** What a browser would send back if nothing were changed. */
export function formOf(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  const body = html.slice(html.indexOf('<form class="stack-l'));
  for (const [tag] of body.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isLeft =
      tag.includes('type="radio"') || (tag.includes('type="checkbox"') && !/ checked(?:=""|[ />])/.test(tag));
    if (name !== undefined && !isLeft) form[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
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

/**
 * What a browser sends for the first form that posts, as the page was opened: it knows entities, drops the line break
 * that opens a text area, takes line breaks out of one-line inputs and writes those of areas as CR LF.
 */
export function submittedForm(html: string): URLSearchParams {
  const form = elementsOf(parse(html)).find(
    ({ tagName, attrs }) => tagName === "form" && attributeOf(attrs, "method") === "post",
  );
  if (form === undefined) throw new Error("the page has no form");
  const sent = new URLSearchParams();
  for (const control of elementsOf(form)) {
    const name = attributeOf(control.attrs, "name");
    const value = name === undefined ? undefined : sentValue(control);
    if (name !== undefined && value !== undefined) sent.append(name, value);
  }
  return sent;
}

type Element = DefaultTreeAdapterMap["element"];
type Parent = DefaultTreeAdapterMap["parentNode"];

function elementsOf(parent: Parent): readonly Element[] {
  return parent.childNodes.flatMap((node) => ("tagName" in node ? [node, ...elementsOf(node)] : []));
}

function attributeOf(attrs: Element["attrs"], name: string): string | undefined {
  return attrs.find((attr) => attr.name === name)?.value;
}

function sentValue(control: Element): string | undefined {
  const { tagName, attrs } = control;
  if (tagName === "textarea") return textOf(control).replace(/\r\n?|\n/gu, "\r\n");
  if (tagName === "select") {
    const options = elementsOf(control).filter((one) => one.tagName === "option");
    const chosen = options.find((one) => attributeOf(one.attrs, "selected") !== undefined) ?? options[0];
    return chosen === undefined ? undefined : attributeOf(chosen.attrs, "value");
  }
  if (tagName !== "input") return undefined;
  const type = attributeOf(attrs, "type");
  if ((type === "checkbox" || type === "radio") && attributeOf(attrs, "checked") === undefined) return undefined;
  const value = attributeOf(attrs, "value") ?? "";
  return type === "text" ? value.replace(/[\r\n]/gu, "") : value;
}

function textOf(parent: Parent): string {
  return parent.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
