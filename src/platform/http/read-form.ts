/** The fields of a sent form. A body that is none (JSON, a torn upload) is the sender's mistake: 400, not a fault. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

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
  try {
    return await c.req.formData();
  } catch (cause) {
    if (cause instanceof TypeError) throw new HTTPException(400, { message: "the body is not a form", cause });
    throw cause;
  }
}
