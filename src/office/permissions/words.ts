/** Words of roles, actions and scopes in the language of the page. */
import type { Role } from "../../platform/index.ts";
import type { Lang } from "../../ui/index.ts";
import { en } from "./messages.en.ts";
import { ja, type PermissionWords } from "./messages.ja.ts";

export function permissionWords(lang: Lang): PermissionWords {
  return lang === "en" ? en : ja;
}

/** 自治体の入力担当 */
export function roleName(role: Role, lang: Lang): string {
  return permissionWords(lang).roles[role];
}
