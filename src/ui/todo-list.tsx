/** Work to do, one row each: by when, what, and one button. The count stands beside the heading. */
import type { Child } from "hono/jsx";
import { useTexts } from "./messages.ts";

export type Todo = Readonly<{
  when: Child;
  /** Second line of the time: あと4日. */
  whenNote?: Child;
  title: Child;
  note?: Child;
  actions: Child;
}>;

export type TodoListProps = Readonly<{ id: string; title: string; lead?: string | undefined; todos: readonly Todo[] }>;

export function TodoList({ id, title, lead, todos }: TodoListProps) {
  const { filter } = useTexts();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} class="mb-s">
        {title}
        <span class="count">
          {todos.length}
          <span class="vh">{filter.unit}</span>
        </span>
      </h2>
      {lead === undefined ? null : <p class="mb-s">{lead}</p>}
      <ul class="todo">
        {todos.map(({ when, whenNote, title: what, note, actions }) => (
          <li>
            <p class="when">
              {when}
              {whenNote === undefined ? null : <small>{whenNote}</small>}
            </p>
            <div>
              <p class="t">{what}</p>
              {note === undefined ? null : <p class="m">{note}</p>}
            </div>
            <div class="row">{actions}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
