/**
 * What a backup does not carry: sessions and one-time invitations. They open the door to whoever holds their token,
 * end within days, and a restored office starts with a new link. A slice that adds such a table names it here; every
 * other table is carried.
 */
const SHORT_LIVED: ReadonlySet<string> = new Set(["platform_invitation", "platform_session"]);

export function isShortLived(table: string): boolean {
  return SHORT_LIVED.has(table);
}

/** Which migrations were applied stands in `backup.json`, for it must be known before there are tables. */
export function isCarriedByHeader(table: string): boolean {
  return table === "platform_migration";
}
