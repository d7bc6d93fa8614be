/** The files of programmes on the page of open data, which the registry owns. */
import type { OpenData } from "../../../registry/index.ts";
import { countProgrammes } from "../../list-programmes-query.ts";
import { hrefWith } from "../list/list-address.ts";
import { PROGRAMME_FILES } from "./programme-rows.ts";
import { openDataWords } from "./words.ts";

export const programmesInOpenData: OpenData = {
  id: "programmes",
  describe: async (tx, lang) => {
    const w = openDataWords(lang);
    const csv = PROGRAMME_FILES.map((file) => {
      const path = file === "programmes" ? "/programmes.csv" : `/programmes/${file}.csv`;
      return { label: w.files[file], files: [{ kind: "CSV", href: hrefWith(lang, path, {}) }] };
    });
    return {
      ...{ title: w.title, text: w.text(await countProgrammes(tx, { criteria: {} })) },
      files: [...csv, { label: w.files.json, files: [{ kind: "JSON", href: "/programmes.json" }] }],
      list: { text: w.filtered, label: w.toList, href: hrefWith(lang, "/programmes", {}) },
    };
  },
};
