import type { Migration } from "../../platform/index.ts";

/** Putting back an earlier version (この版に戻す) is an act of its own, and the history says which version it was. */
export const restoredVersionsMigration: Migration = {
  id: "programmes/0004-restored-versions",
  sql: `
alter table programme_version add column restored_version integer;
alter table programme_version drop constraint programme_version_action_check;
alter table programme_version add constraint programme_version_action_check
  check (action in ('recorded', 'edited', 'years_entered', 'rolled_forward', 'roll_undone', 'report_joined',
    'submitted', 'taken_back', 'approved', 'returned', 'published', 'withdrawn', 'restored'));
alter table programme_version add constraint restored_from_before
  check ((action = 'restored') = (restored_version is not null) and (restored_version is null or restored_version < version));
`,
};
