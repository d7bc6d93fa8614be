/** Why a backup is not written or not restored. The texts stand with the command line. */

/** The archive is not what was written: cut off, changed, put together otherwise, or no backup at all. */
export type DamageProblem = Readonly<
  | { code: "not_a_backup" }
  | { code: "broken_container"; detail: string }
  | { code: "unexpected_entry"; entry: string }
  | { code: "missing_entry"; entry: string }
  | { code: "unreadable_entry"; entry: string }
  | { code: "wrong_hash"; entry: string }
  | { code: "wrong_count"; entry: string }
  | { code: "unknown_table"; table: string }
  | { code: "missing_table"; table: string }
  | { code: "other_columns"; table: string }
  | { code: "unknown_sequence"; sequence: string }
  | { code: "contents_refused"; table: string; detail: string }
  | { code: "changed_migration"; migration: string }
>;

/** The archive is whole, but does not go into this database with this software. */
export type TargetProblem = Readonly<
  | { code: "newer_format"; formatVersion: number }
  | { code: "newer_version"; product: string; migration: string }
  | { code: "database_not_empty"; table: string }
  | { code: "database_ahead"; migration: string }
  | { code: "database_in_use" }
>;

export type FileProblem = Readonly<{ code: "cannot_read"; path: string; detail: string }>;

export type WriteProblem = Readonly<
  | { code: "file_exists"; path: string }
  | { code: "cannot_write"; path: string; detail: string }
  | { code: "disk_full"; path: string }
  | { code: "nothing_to_back_up" }
>;

export type CheckProblem =
  | DamageProblem
  | FileProblem
  | Extract<TargetProblem, { code: "newer_format" | "newer_version" }>;
export type RestoreProblem = DamageProblem | FileProblem | TargetProblem;

/** Carries a problem out of streams and transactions to the edge of the use case, where it becomes an Outcome. */
export class Refusal<P extends Readonly<{ code: string }>> extends Error {
  readonly problem: P;
  constructor(problem: P, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}

export function damage(problem: DamageProblem, cause?: unknown): Refusal<DamageProblem> {
  return new Refusal(problem, { cause });
}
