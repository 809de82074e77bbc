/** Addresses and file names as the pane writes and shows them. */

/** `'FY27 Checks'!A1`, quoted in any case: that is always allowed. */
export function firstCell(sheet: string): string {
  return `'${sheet.replace(/'/gu, "''")}'!A1`;
}

/** A link without its dollar signs: they matter in the formula, not to the eye. */
export function readableLink(link: string): string {
  const bang = link.lastIndexOf("!");
  return link.slice(0, bang + 1) + link.slice(bang + 1).replace(/\$/gu, "");
}

/** "FY27 Enterprise" as "FY27 Enterprise funnel plan.json", without what file systems refuse. */
export function planFileName(planName: string): string {
  const safe = planName
    .replace(/[\\/:*?"<>|\u0000-\u001f]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return `${safe || "Plan"} funnel plan.json`;
}
