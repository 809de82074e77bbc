/**
 * Formulas that read nothing but other workbooks, `[1]Budget!$A$1*2`. Those workbooks are not here, so their results
 * cannot change: as in Excel before its links are updated, the file's own result stays.
 */
const TEXTS = /"(?:[^"]|"")*"/g;
/** A cell, a range or a name of another workbook, as a file writes it: with the number of the link in brackets. */
const OUTSIDE =
  /(?:'\[\d+\](?:[^']|'')*'|\[\d+\][^\s!'"(),;+\-*/^&=<>]*)!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+|[\p{L}_\\][\p{L}\p{N}_.\\]*)/giu;
/** Names of functions with their bracket, logical values, numbers. */
const NEUTRAL =
  /[\p{L}_][\p{L}\p{N}_.]*\(|\b(?:TRUE|FALSE)\b|\d+(?:\.\d*)?(?:E[+-]?\d+)?/giu;

export function readsOnlyOtherWorkbooks(formula: string): boolean {
  if (!formula.includes("[")) return false;
  const bare = formula.replace(TEXTS, "");
  const rest = bare.replace(OUTSIDE, "");
  return rest !== bare && !/[\p{L}[\]#!:]/u.test(rest.replace(NEUTRAL, ""));
}
