/**
 * The fields of a sent form. A body that is none (JSON, a torn upload) is the sender's mistake: 400, not a fault.
 *
 * Fields are counted in the bytes before anything is parsed: a body of a megabyte can hold half a million empty
 * fields, over which parsers need seconds in which nobody else is answered.
 */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

/** The largest form of ours, the columns of a wide workbook, has some hundreds. */
export const MOST_FIELDS = 10_000;

/** Without NUL characters: no text holds one, and PostgreSQL refuses it. */
export async function readForm(c: Context): Promise<FormData> {
  const read = new FormData();
  for (const [name, value] of await sentForm(c)) {
    if (typeof value === "string") read.append(name, value.replaceAll("\0", ""));
    else read.append(name, value, value.name);
  }
  return read;
}

async function sentForm(c: Context): Promise<FormData> {
  const type = c.req.header("content-type") ?? "";
  const bytes = await sentBytes(c);
  if (hasTooManyFields(bytes, type)) throw new HTTPException(413, { message: "too many fields" });
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    if (cause instanceof TypeError) throw new HTTPException(400, { message: "the body is not a form", cause });
    throw cause;
  }
}

/** A body that breaks off is a sender who went away: nobody's fault, and nobody waits for the answer. */
async function sentBytes(c: Context): Promise<Buffer<ArrayBuffer>> {
  try {
    return Buffer.from(await c.req.arrayBuffer());
  } catch (cause) {
    throw new HTTPException(400, { message: "the body broke off", cause });
  }
}

function hasTooManyFields(bytes: Buffer, type: string): boolean {
  const boundary = /^multipart\/form-data\b.*;\s*boundary="?([^";]+)/iu.exec(type)?.[1];
  const separator = boundary === undefined ? "&" : `--${boundary}`;
  let found = 0;
  for (let at = bytes.indexOf(separator); at !== -1; at = bytes.indexOf(separator, at + separator.length)) {
    found += 1;
    if (found > MOST_FIELDS) return true;
  }
  return false;
}
