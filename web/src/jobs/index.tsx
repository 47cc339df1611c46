import "./jobs.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Page, Problem, remove } from "../app/api";
import { hasText, momentText, number, t } from "../app/i18n";
import { liveJobs } from "../app/live";
import { useLoad } from "../app/load";
import { mayEdit } from "../app/session";
import type { Job } from "../app/types";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icon";
import { TakeIn } from "../ui/TakeIn";
import { say } from "../ui/Toasts";
import { Trouble } from "../ui/Trouble";
import { Waiting } from "../ui/Waiting";

/** Long work: how far it is, what went wrong, and a way to stop it. */
export default function Jobs() {
  const loaded = useLoad<Page<Job>>(() => ({ path: "jobs" }));
  const { value, problem, waiting } = loaded.value;
  // A job that the list does not know yet is asked for with the list.
  const known = new Set((value?.items ?? []).map((job) => String(job.id)));
  const unknown = [...liveJobs.value.keys()].some((id) => !known.has(id));
  useEffect(() => {
    if (value && unknown) loaded.again();
  }, [unknown]);
  if (problem) return <Trouble page problem={problem} again={loaded.again} />;
  if (!value) return waiting ? <Waiting /> : null;
  const jobs = value.items.map((job) => liveJobs.value.get(String(job.id)) ?? job);
  return (
    <div class="jobs">
      <header class="list-top">
        <h1>{t("nav-jobs")}</h1>
        {mayEdit.value && <TakeIn quiet />}
      </header>
      {jobs.length === 0
        ? <Empty title={t("no-jobs")}><p>{t("no-jobs-next")}</p><p><code>isnad ingest FILE</code></p></Empty>
        : <ul class="job-list">{jobs.map((job) => <JobRow key={job.id} job={job} />)}</ul>}
    </div>
  );
}

/** What came of it: the server's counts in the language of the interface, without those that are nought; any other message as it is. */
function Outcome({ message }: { message: string }) {
  const parts = message.split(", ").map((part) => /^(\d+) (\D+)$/.exec(part));
  if (!parts.every((part) => part && hasText(outcomeKey(part[2]!)))) return <bdi class="soft" lang="en">{message}</bdi>;
  return <span class="soft">{parts.filter((part) => Number(part![1]) > 0).map((part) => t(outcomeKey(part![2]!), { count: Number(part![1]) })).join(t("list-comma"))}</span>;
}

const outcomeKey = (words: string): string => `outcome-${words.replaceAll(" ", "-")}`;

function JobRow({ job }: { job: Job }) {
  const stopping = useSignal(false);
  const open = job.state === "running" || job.state === "waiting";
  const share = job.total ? Math.min(1, (job.done ?? 0) / job.total) : null;
  const cancel = async () => {
    stopping.value = true;
    try {
      await remove(`jobs/${job.id}`);
      say(t("job-stopping"));
    } catch (error) {
      stopping.value = false;
      say(error instanceof Problem ? `${error.title}${error.detail ? `: ${error.detail}` : ""}` : String(error), { bad: true });
    }
  };
  return (
    <li class={`job ${job.state}`}>
      <p class="job-head">
        <b>{hasText(`job-${job.kind}`) ? t(`job-${job.kind}`) : job.kind}</b>
        {job.message && <Outcome message={job.message} />}
        <span class={`job-state ${job.state}`}>{t(`job-state-${job.state}`)}</span>
        {open && mayEdit.value && <button type="button" class="button" disabled={stopping.value} onClick={() => void cancel()}><Icon name="close" />{t("cancel-job")}</button>}
      </p>
      {open && (
        <div class="job-progress">
          <progress max={1} {...(share === null ? {} : { value: share })} aria-label={t("progress")} />
          <span class="num small">{job.total ? t("share-of", { agreed: number(job.done ?? 0), of: number(job.total) }) : number(job.done ?? 0)}</span>
        </div>
      )}
      <p class="soft small">
        {job.started && <time dateTime={job.started}>{momentText(job.started)}</time>}
        {!open && job.done !== undefined && <> · {t("reports-count", { count: job.done })}</>}
      </p>
      {(job.errors?.length ?? 0) > 0 && (
        <details open={job.state === "failed"}>
          <summary>{t("job-errors", { count: job.errors!.length })}</summary>
          <ul class="job-errors">{job.errors!.slice(0, 200).map((error, i) => <li key={i} lang="en" dir="ltr">{error}</li>)}</ul>
        </details>
      )}
    </li>
  );
}
