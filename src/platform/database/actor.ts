/**
 * Actor: on whose behalf a transaction runs. Row-level security and the history read it from the transaction.
 *
 * Until accounts exist there are the public, who read published rows only, and named operators: `local-operator`
 * (この端末の担当者), `cli` (the command line) and `system` (sample, migrations of data).
 */

export type Operator = Readonly<{ kind: "operator"; name: string }>;
export type Actor = Readonly<{ kind: "public" }> | Operator;

export const PUBLIC: Actor = { kind: "public" };
export const LOCAL_OPERATOR: Operator = { kind: "operator", name: "local-operator" };
export const CLI: Operator = { kind: "operator", name: "cli" };
export const SYSTEM: Operator = { kind: "operator", name: "system" };

export function actorName(actor: Actor): string {
  return actor.kind === "public" ? "public" : actor.name;
}

export function databaseRole(actor: Actor): "app_public" | "app_editor" {
  return actor.kind === "public" ? "app_public" : "app_editor";
}
