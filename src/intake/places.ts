/** Places in the menu for whoever may import. */
import type { Place } from "../ui/index.ts";

export const intakeOfficePlaces: readonly Place[] = [
  { key: "imports", href: "/imports", label: { ja: "取り込み", en: "Imports" }, group: "office" },
];
