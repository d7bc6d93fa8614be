/** Places in the menu that only operators see. */
import type { Place } from "../ui/index.ts";

export const intakeOfficePlaces: readonly Place[] = [
  { key: "imports", href: "/imports", label: { ja: "取り込み", en: "Imports" }, group: "site" },
];
