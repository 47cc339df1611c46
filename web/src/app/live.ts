import { signal } from "@preact/signals";
import type { Job } from "./types";

/** Grows whenever the ledger has changed; what shows the ledger asks again. */
export const revision = signal(0);
/** Jobs as they were last heard of, by their number. */
export const liveJobs = signal<ReadonlyMap<string, Job>>(new Map());
/** Whether the server is heard. */
export const connected = signal(true);

/** Listens to /api/live. The browser connects again by itself. */
export function listen(): () => void {
  const source = new EventSource("/api/live");
  let late: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(late);
    late = setTimeout(() => revision.value++, 250);
  };
  source.addEventListener("open", () => {
    if (!connected.peek()) changed();
    connected.value = true;
  });
  source.addEventListener("error", () => (connected.value = false));
  source.addEventListener("ledger", changed);
  source.addEventListener("job", (message) => {
    const job = JSON.parse((message as MessageEvent<string>).data) as Job;
    liveJobs.value = new Map(liveJobs.peek()).set(String(job.id), job);
  });
  return () => source.close();
}
