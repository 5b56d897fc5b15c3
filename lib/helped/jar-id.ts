import "server-only";
import { derivedId } from "@/lib/derived-id";

/** Under which id what helped with a goal lies in the evidence jar, so that it lies there once. */
export const jarIdOf = (goalId: string): string => derivedId(goalId, "jar");
