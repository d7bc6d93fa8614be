/**
 * Who may do what, where: the one table that routes, commands and the database obey, and that `/permissions` shows.
 *
 * A role is held in a body (団体). Scopes: `own_body` the body's own records; `own_tree` for a prefecture also those of
 * its municipalities, for every other body the same as `own_body`; `all` everybody's. What is not in the table is
 * refused. Duties are kept apart: who edits does not approve, who administers accounts edits no records.
 */
import type { Role } from "./role.ts";

export const ACTIONS = [
  /** Drafts, what waits for approval, what was withdrawn. */
  "agreement.read_unpublished",
  /** Earlier wordings, who changed what and why. */
  "agreement.read_history",
  /** Record, correct, send for approval; publish and withdraw where the body asks for no approval. */
  "agreement.edit",
  /** Approve or return what others sent; publish and withdraw. */
  "agreement.approve",
  "programme.read_unpublished",
  "programme.edit",
  "programme.approve",
  /** Upload other people's documents, settle findings, accept drafts. */
  "import.work",
  "member.read",
  /** Invite, give and end roles, disable accounts, hand over work. */
  "member.manage",
  /** Settings of a body, such as whether it asks for approval. */
  "body.manage",
  "body.create",
  "audit.read",
  "job.manage",
] as const;

export type Action = (typeof ACTIONS)[number];
export type Scope = "own_body" | "own_tree" | "all";
export type Permissions = Readonly<Partial<Record<Action, Scope>>>;

export const PERMISSION_TABLE: Readonly<Record<Role, Permissions>> = {
  national_officer: {
    "agreement.read_unpublished": "all",
    "agreement.read_history": "all",
    "agreement.edit": "all",
    "agreement.approve": "all",
    "programme.read_unpublished": "own_body",
    "programme.edit": "own_body",
    "import.work": "own_body",
    "member.read": "own_body",
    "audit.read": "own_body",
  },
  prefecture_coordinator: {
    "agreement.read_unpublished": "own_tree",
    "agreement.read_history": "own_tree",
    "agreement.edit": "own_tree",
    "programme.read_unpublished": "own_tree",
    "programme.edit": "own_tree",
    "import.work": "own_body",
    "member.read": "own_tree",
    "audit.read": "own_body",
  },
  municipal_editor: {
    "agreement.read_unpublished": "own_body",
    "agreement.read_history": "own_body",
    "agreement.edit": "own_body",
    "programme.read_unpublished": "own_body",
    "programme.edit": "own_body",
    "import.work": "own_body",
    "member.read": "own_body",
  },
  municipal_approver: {
    "agreement.read_unpublished": "own_body",
    "agreement.read_history": "own_body",
    "agreement.approve": "own_body",
    "programme.read_unpublished": "own_body",
    "programme.approve": "own_body",
    "member.read": "own_body",
    "audit.read": "own_body",
  },
  judge: {},
  researcher: {
    "agreement.read_history": "all",
  },
  body_administrator: {
    "agreement.read_unpublished": "own_body",
    "agreement.read_history": "own_body",
    "programme.read_unpublished": "own_body",
    "member.read": "own_body",
    "member.manage": "own_body",
    "body.manage": "own_body",
    "audit.read": "own_body",
  },
  system_administrator: {
    "member.read": "all",
    "member.manage": "all",
    "body.manage": "all",
    "body.create": "all",
    "audit.read": "all",
    "job.manage": "all",
  },
};
