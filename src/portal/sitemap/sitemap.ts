/**
 * The site for search engines (sitemaps.org): an index, and files of the addresses of published records. A file holds
 * the records of a range of 50,000 numbers, the most the protocol allows, so that records stay in their file.
 */
import { pathIn } from "../../ui/index.ts";

export const MOST_IN_FILE = 50_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export type SitemapFile = Readonly<{ name: string; number: number }>;

/** One file for each range up to the last number on record. */
export function filesUpTo(name: string, lastNumber: number): readonly SitemapFile[] {
  return Array.from({ length: Math.ceil(lastNumber / MOST_IN_FILE) }, (_, at) => ({ name, number: at + 1 }));
}

/** @param number from 1. */
export function rangeOf(number: number): Readonly<{ first: number; last: number }> {
  return { first: (number - 1) * MOST_IN_FILE + 1, last: number * MOST_IN_FILE };
}

export function sitemapIndex(origin: string, files: readonly SitemapFile[]): string {
  const entries = files.map(({ name, number }) => {
    return `<sitemap><loc>${escapeXml(`${origin}/sitemap-${name}-${number}.xml`)}</loc></sitemap>\n`;
  });
  return `${HEAD}<sitemapindex ${PROTOCOL}>\n${entries.join("")}</sitemapindex>\n`;
}

export async function* sitemapFile(
  origin: string,
  records: AsyncIterable<Readonly<{ path: string; changedOn: string }>>,
): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${PROTOCOL} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for await (const { path, changedOn } of records) {
    const english = escapeXml(`${origin}${pathIn("en", path)}`);
    yield `<url><loc>${escapeXml(origin + path)}</loc><lastmod>${changedOn}</lastmod>` +
      `<xhtml:link rel="alternate" hreflang="en" href="${english}"/></url>\n`;
  }
  yield "</urlset>\n";
}

/**
 * Records are found through the sitemap. Filtered lists have more combinations than anybody can read, and files are
 * made anew for each reader.
 */
export function robotsText(origin: string): string {
  const closed = ["/*?", "/*.csv", "/*.json", "/*.xlsx", "/*.ics", "/operator", "/sign-in", "/styleguide"];
  return ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${origin}/sitemap.xml`, ""].join(
    "\n",
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
