/** The two kinds of row on Assumptions: an input with its origin, and a value that follows from inputs. */
import { ANNOTATIONS, annotationId } from "../inputs";
import { nameWords } from "../names";
import {
  type CellSpec,
  type Context,
  inputCell,
  type RowSpec,
  sourceText,
  unitText,
} from "../sheet";

/** Columns of the value rows: label, unit, value, source, sample size, as of, note. */
export const HEADINGS = [
  "Assumption",
  "Unit",
  "Value",
  "Source",
  "Sample size",
  "As of",
  "Note",
];
export const SOURCE_HEADINGS = [
  "Source of bookings",
  "",
  "Share",
  "First stage",
  "Deal size",
  "Inquiry to MQL",
  "MQL to SQL",
  "SQL to booking",
  "Uses MQLs",
  "Uses inquiries",
  "Source",
  "Sample size",
  "As of",
  "Note",
];

const ANNOTATION_COLUMNS = [3, 4, 5, 6];

export function annotationCells(
  context: Context,
  id: string,
  from: number,
  sourceOf = id,
): CellSpec[] {
  return ANNOTATIONS.map((annotation, at) => {
    const cell = inputCell(context, annotationId(id, annotation), from + at, {
      role: "annotation",
    });
    return annotation === "source" &&
      cell.value === undefined &&
      cell.formula === undefined
      ? { ...cell, value: sourceText(context, sourceOf) }
      : cell;
  });
}

/** An input with its unit before it and its origin behind it. */
export function inputRow(
  context: Context,
  id: string,
  more: Partial<CellSpec> = {},
): RowSpec {
  const definition = context.definitions.get(id)!;
  const words = nameWords(
    definition.segment ? id.slice(definition.segment.length + 1) : id,
  );
  return {
    ...(definition.segment
      ? { segment: definition.segment, scope: definition.segment }
      : {}),
    cells: [
      { column: 0, role: "label", value: definition.label },
      { column: 1, role: "unit", value: unitText(context, definition.unit) },
      inputCell(context, id, 2, {
        name: words,
        comment: definition.hint,
        ...more,
      }),
      ...annotationCells(context, id, ANNOTATION_COLUMNS[0]!),
    ],
  };
}

/** A value that the template fixes or works out; nobody types it. */
export function calcRow(
  segment: string | undefined,
  key: string,
  label: string,
  unit: string,
  content: Pick<CellSpec, "formula" | "value" | "format">,
  note: string,
): RowSpec {
  return {
    ...(segment ? { segment, scope: segment } : {}),
    cells: [
      { column: 0, role: "label", value: label },
      { column: 1, role: "unit", value: unit },
      {
        column: 2,
        role: "calc",
        key: segment ? `${segment}/${key}` : key,
        name: nameWords(key),
        comment: note,
        ...content,
      },
      { column: 6, role: "note", value: note },
    ],
  };
}
