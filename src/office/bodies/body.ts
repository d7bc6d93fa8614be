/**
 * Body (団体): an office people work for here: a local government with its code, a national body, or another one.
 *
 * A body decides for itself whether what it publishes needs an internal approval (決裁) first. A disabled body keeps its
 * records and its history; nobody works for it any more.
 */
import type { Action, Actor, BodyRef } from "../../platform/index.ts";
import { isPermitted, marksOfBody } from "../../platform/index.ts";

export const BODY_KINDS = ["local_government", "national", "other"] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What its administrators may change. */
export type BodySettings = Readonly<{
  /** 国際交流課 */
  unit: string | null;
  asksApproval: boolean;
}>;

export type Body = BodyRef &
  BodySettings &
  Readonly<{
    kind: BodyKind;
    isDisabled: boolean;
    version: number;
  }>;

export function isBodyKind(text: string): text is BodyKind {
  return (BODY_KINDS as readonly string[]).includes(text);
}

export function mayInBody(actor: Actor, action: Action, body: Pick<BodyRef, "id" | "governmentCode">): boolean {
  return isPermitted(actor, action, marksOfBody(body));
}

/** 鹿児島県 国際交流課 */
export function bodyTitle({ name, unit }: Pick<BodyRef, "name" | "unit">): string {
  return unit === null ? name : `${name} ${unit}`;
}

export function bodyAddress(bodyId: string): string {
  return `/bodies/${bodyId}`;
}
