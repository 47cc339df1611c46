import type { ComponentChildren } from "preact";

/** Nothing to show, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children && <div class="empty-next">{children}</div>}
    </section>
  );
}
