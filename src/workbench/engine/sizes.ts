/** Widths and heights: characters and points in files, pixels on the screen. */

/** Pixels of one digit in the default font (Calibri 11). */
const digit = 7;

export const defaultWidthPixels = 64;
export const defaultHeightPixels = 20;

/** The rule of ECMA-376 part 1, 18.3.1.13, for a column's width. */
export const widthToPixels = (characters: number): number =>
  Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit);
export const pixelsToWidth = (pixels: number): number =>
  Math.trunc((pixels / digit) * 256) / 256;

export const pointsToPixels = (points: number): number =>
  Math.round((points * 4) / 3);
export const pixelsToPoints = (pixels: number): number => pixels * 0.75;
