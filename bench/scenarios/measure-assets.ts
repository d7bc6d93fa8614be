/** What a browser loads besides the list page itself, compressed as a proxy would. */
import { gzipSync } from "node:zlib";
import type { HttpClient } from "../measure/http-client.ts";

export type AssetsResult = Readonly<{ scriptBytes: number; styleBytes: number; pageBytes: number }>;

export async function measureAssets(client: HttpClient, path: string): Promise<AssetsResult> {
  const { body } = await client.get(path);
  const html = body.toString("utf8");
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, address = ""]) => address);
  const styles = [...html.matchAll(/<link[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes('rel="stylesheet"'))
    .flatMap((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? []);
  return {
    scriptBytes: await compressed(client, scripts),
    styleBytes: await compressed(client, styles),
    pageBytes: gzipSync(body).length,
  };
}

async function compressed(client: HttpClient, addresses: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const address of addresses) bytes += gzipSync((await client.get(address)).body).length;
  return bytes;
}
