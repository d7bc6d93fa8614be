import pg from "pg";

/** 18.4 */
export async function pgVersion(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return rows[0]?.version ?? "";
  } finally {
    await client.end();
  }
}
