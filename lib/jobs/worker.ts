import { startWork } from "@/lib/jobs/start-work";
import { log } from "@/lib/log";

// The process that does background work (npm run worker).
const work = await startWork();
log.info("the worker is ready");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await work.stop();
    process.exit(0);
  });
}
