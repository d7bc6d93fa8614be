/** How PostgreSQL values arrive, set once: a `date` stays text (YYYY-MM-DD, no time zone), `int8` counts are numbers. */
import pg from "pg";

const { builtins } = pg.types;

pg.types.setTypeParser(builtins.DATE, (text) => text);
pg.types.setTypeParser(builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`int8 ${text} is beyond safe integers`);
  return value;
});
pg.types.setTypeParser(builtins.NUMERIC, (text) => Number(text));
