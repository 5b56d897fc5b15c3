import { startWork } from "@/lib/jobs/start-work";
import { log } from "@/lib/log";

// The process that does background work (npm run worker). It may be asked to stop before it is ready: what it has begun
// by then is finished, too.
const starting = startWork();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    const work = await starting;
    await work.stop();
    process.exit(0);
  });
}
await starting;
log.info("the worker is ready");
