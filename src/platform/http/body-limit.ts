/**
 * How much a request may send: a file with a little around it in multipart, else no more than the longest form.
 * What is too large is refused by its announced length, before it is read; without one, while it is read.
 */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { LARGEST_FILE_BYTES } from "../files/file-store.ts";

const MB = 1024 * 1024;
export const LARGEST_UPLOAD_BYTES = LARGEST_FILE_BYTES + MB;
export const LARGEST_FORM_BYTES = 2 * MB;

export function limitBodies(): MiddlewareHandler {
  const onError = () => {
    throw new HTTPException(413, { message: "the body is too large" });
  };
  const ofUpload = bodyLimit({ maxSize: LARGEST_UPLOAD_BYTES, onError });
  const ofForm = bodyLimit({ maxSize: LARGEST_FORM_BYTES, onError });
  return async (c, next) => {
    const isMultipart = /^multipart\/form-data\b/iu.test(c.req.header("content-type") ?? "");
    try {
      return await (isMultipart ? ofUpload : ofForm)(c, next);
    } catch (error) {
      if (error instanceof HTTPException) throw error;
      throw new HTTPException(400, { message: "the body broke off", cause: error });
    }
  };
}
