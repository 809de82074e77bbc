/** Money. */
import type { Forms } from "./call";

export const MONEY: Forms = {};
