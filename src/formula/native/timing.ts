/** Timing. */
import type { Forms } from "./call";

export const TIMING: Forms = {};
