/** Alignment. */
import type { Forms } from "./call";

export const ALIGNMENT: Forms = {};
