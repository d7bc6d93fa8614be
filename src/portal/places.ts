/** Places of the portal in the site map. */
import type { Place } from "../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

export const PORTAL_PLACES: readonly Place[] = [
  { key: "about", href: "/about", label: { ja: ja.menu.about, en: en.menu.about }, group: "site", footOnly: true },
  {
    key: "accessibility",
    href: "/about#accessibility",
    label: { ja: ja.menu.accessibility, en: en.menu.accessibility },
    group: "site",
    footOnly: true,
  },
];
