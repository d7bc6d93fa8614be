/** Texts of an export as the body of an answer, in UTF-8. */

/** Asks for a text only when the reader takes one; a reader who goes away ends the source. */
export function textStream(texts: AsyncGenerator<string, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
