import { z } from "zod";

export const deviceForm = z.object({ device: z.string().max(100) });
