/** What the texts of both languages hold; the Japanese file gives the keys. */
import type { ja } from "./messages.ja.ts";

type Loosened<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => unknown
    ? (...args: Arguments) => string
    : { readonly [Key in keyof T]: Loosened<T[Key]> };

export type JobTexts = Loosened<typeof ja>;
