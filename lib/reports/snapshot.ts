import { z } from "zod";

/** Words of somebody, as they stood when the report was made. */
const said = z.object({
  alias: z.string(),
  /** When, in ISO 8601. */
  at: z.string(),
  body: z.string(),
});

/** What is kept with a report: the thing and what stood around it, as its reporter saw them. */
export const snapshotForm = z.object({
  circle: z.string(),
  /** The thing itself; of a person, how they are called; of a circle, what it says about itself. */
  alias: z.string(),
  body: z.string(),
  details: z.array(z.string()).default([]),
  at: z.string().nullable(),
  around: z.array(said),
});

export type Snapshot = z.infer<typeof snapshotForm>;
