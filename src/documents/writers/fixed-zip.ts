/**
 * The container of a Word or Excel file without anything that changes from one writing to the next: the libraries stamp
 * the clock on every part, and name links at random.
 */
import { unzipSync } from "fflate";
import { zipFile } from "./zip-file.ts";

/** `rewrite` gets the text of every XML part, and gives back what is to stand there. */
export function fixZip(bytes: Uint8Array, date: string, rewrite: (path: string, xml: string) => string): Uint8Array {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"));
  const fixed = parts.map(([path, content]) => {
    const isXml = /\.(xml|rels)$/.test(path);
    return [path, isXml ? encoder.encode(rewrite(path, decoder.decode(content))) : content] as const;
  });
  return zipFile(fixed, date);
}

/** The days in docProps/core.xml. */
export function fixCoreDates(xml: string, date: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
}

/** The language in docProps/core.xml, which the libraries leave out. */
export function addLanguage(xml: string, tag: string): string {
  return xml.replace("</cp:coreProperties>", `<dc:language>${tag}</dc:language></cp:coreProperties>`);
}
