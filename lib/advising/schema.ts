import { z } from "zod";
import { several } from "@/lib/form-fields";
import { setbackKinds } from "@/lib/setbacks/schema";

export const offerAdviceForm = z.object({
  kind: several(z.enum(setbackKinds, "Please choose among these.")),
});
