import "server-only";
import type { Job, JobResult } from "pg-boss";
import { mailReset } from "@/lib/accounts/mails";
import { about } from "@/lib/queue";

/** Looks up who asked for a new password, where nobody can tell by the time it takes whether there is anybody. */
export async function mailResets(jobs: Job<{ sealed: string }>[]): Promise<JobResult[]> {
  for (const { data } of jobs) await mailReset(String(about("reset", data)));
  return jobs.map(({ id }) => ({ id, status: "completed" }));
}
