import { signal } from "@preact/signals";
import { t } from "../app/i18n";
import { Icon } from "./Icon";

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly bad?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
}

const shown = signal<readonly Toast[]>([]);
let count = 0;

/** Says in passing what was done, with one thing to do about it; gives what takes it away. */
export function say(text: string, options: Omit<Toast, "id" | "text"> = {}): () => void {
  const toast = { id: ++count, text, ...options };
  shown.value = [...shown.peek().slice(-2), toast];
  setTimeout(() => close(toast.id), options.bad ? 12000 : 6000);
  return () => void close(toast.id);
}

const close = (id: number) => (shown.value = shown.peek().filter((toast) => toast.id !== id));

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.value.map((toast) => (
        <div key={toast.id} class={toast.bad ? "toast bad" : "toast"}>
          <span>{toast.text}</span>
          {toast.action && (
            <button type="button" class="toast-action" onClick={() => { close(toast.id); toast.action!.run(); }}>{toast.action.text}</button>
          )}
          <button type="button" class="tool" aria-label={t("close")} onClick={() => close(toast.id)}><Icon name="close" /></button>
        </div>
      ))}
    </div>
  );
}
