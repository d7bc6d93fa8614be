/**
 * Who tries: one person for each role, one without any, the public, the holder of the start's link, and the machine.
 *
 * `own` is what belongs to the person's body, `near` to another body of the same prefecture, `far` to one of another
 * prefecture. Of what belongs to local governments nothing is a national body's own: there `own` belongs to nobody.
 */
import { type Actor, LOCAL_OPERATOR, PUBLIC, type Role, SYSTEM } from "../../src/platform/index.ts";
import { member } from "../support/members.ts";

export const PEOPLE = [
  "public",
  "nobody",
  "researcher",
  "judge",
  "municipal_editor",
  "municipal_approver",
  "body_administrator",
  "prefecture_coordinator",
  "national_officer",
  "system_administrator",
  "operator",
  "machine",
] as const;

export type Person = (typeof PEOPLE)[number];
export type Nearness = "own" | "near" | "far";
export const NEARNESS: readonly Nearness[] = ["own", "near", "far"];

/** Whose row it is: a government's code, or a body that is none. */
export type Owner = "46000" | "46201" | "01100" | "national";

const IN_NATIONAL_BODY: readonly Person[] = ["national_officer", "system_administrator", "operator", "machine"];

export function bodyOf(person: Person): Owner {
  if (IN_NATIONAL_BODY.includes(person)) return "national";
  return person === "prefecture_coordinator" ? "46000" : "46201";
}

export function actorOf(person: Person): Actor {
  if (person === "public") return PUBLIC;
  if (person === "operator") return LOCAL_OPERATOR;
  if (person === "machine") return SYSTEM;
  const roles: readonly Role[] = person === "nobody" ? [] : [person];
  return { ...member(bodyOf(person), ...roles), accountId: accountOf(bodyOf(person)) };
}

export function accountOf(owner: Owner): string {
  return { "46000": "U000001", "46201": "U000002", "01100": "U000004", national: "U000005" }[owner];
}

export function ownerOf(person: Person, nearness: Nearness): Owner {
  const body = bodyOf(person);
  if (nearness === "own") return body;
  if (nearness === "far") return "01100";
  return body === "46201" ? "46000" : "46201";
}
