/**
 * The only way to write a link. hono/jsx escapes attributes but lets `javascript:` addresses pass, and imported
 * reports carry addresses that nobody checked: an address that is neither http(s) nor a path of this site is
 * shown as plain words.
 */
import type { Child } from "hono/jsx";

export type LinkProps = Readonly<{
  href: string;
  class?: string | undefined;
  current?: "page" | "true" | "step" | undefined;
  label?: string | undefined;
  id?: string | undefined;
  /** Language of the page behind the link, for the language switch. */
  lang?: string | undefined;
  children?: Child;
}>;

export function Link({ href, class: className, current, label, id, lang, children }: LinkProps) {
  const safe = safeHref(href);
  if (safe === null) {
    return (
      <span class={className} id={id}>
        {children}
      </span>
    );
  }
  return (
    <a
      href={safe}
      class={className}
      id={id}
      aria-current={current}
      aria-label={label}
      hreflang={lang}
      lang={lang}
      rel={safe.startsWith("http") ? "noopener" : undefined}
    >
      {children}
    </a>
  );
}

/**
 * The address when it may stand in a link, else null. Browsers drop tabs and line breaks inside addresses and read
 * a backslash as a slash, so `/\t/host` would leave the site: such addresses are refused, not repaired.
 */
export function safeHref(href: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (/[\u0000-\u0020\u007f\\]/u.test(href)) return null;
  if (/^(?:\/(?!\/)|[?#])/u.test(href) || href === "/") return href;
  if (!/^https?:\/\//iu.test(href) || !URL.canParse(href)) return null;
  const { protocol, username, password } = new URL(href);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? href : null;
}
