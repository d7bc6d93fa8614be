/**
 * What a backup does not carry. Sessions and one-time invitations: they open the door to whoever holds their token, end
 * within days, and a restored office starts with a new link. And what tells of one machine's work: the log of its jobs,
 * the list of its backups, files made on request that end within days. A slice that adds such a table names it here;
 * every other table is carried.
 */
const SHORT_LIVED: ReadonlySet<string> = new Set([
  "platform_invitation",
  "platform_session",
  "platform_job_run",
  "platform_backup",
  "platform_export",
  "platform_export_piece",
  "auth.session",
  "auth.verification",
  "auth.attempt",
]);

export function isShortLived(table: string): boolean {
  return SHORT_LIVED.has(table);
}

/** Which migrations were applied stands in `backup.json`, for it must be known before there are tables. */
export function isCarriedByHeader(table: string): boolean {
  return table === "platform_migration";
}
