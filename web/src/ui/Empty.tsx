import type { ComponentChildren } from "preact";

/** Nothing to show, and what to do next. With page it is all that the page has. */
export function Empty({ title, page, children }: { title: string; page?: boolean; children?: ComponentChildren }) {
  const Heading = page ? "h1" : "h2";
  return (
    <section class="empty">
      <Heading>{title}</Heading>
      {children && <div class="empty-next">{children}</div>}
    </section>
  );
}
