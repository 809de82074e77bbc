/**
 * Formulas are rewritten before Univer parses them; the cells keep the text that the user typed. Univer caches what it
 * parsed by the text, for the whole process: as the rewritten text holds no names and no tables, a name or table that is
 * defined, changed or deleted later gives a new text, and two workbooks or sheets never share a meaning.
 */
import { IFormulaDependencyGenerator, Lexer } from "@univerjs/engine-formula";
import { withNamesExpanded } from "./names";
import type { NameLookup } from "./names";
import { withLocalLambdasCalled } from "./localLambdas";
import {
  withIntersectionsResolved,
  withMissingSheetsMarked,
  withSheetSpansListed,
  withSpillsCalled,
  withUnionsOpened,
} from "./references";
import { withTablesResolved } from "./structuredReferences";
import type { TableShape } from "./structuredReferences";
import type { Services } from "../services";

/** Where names and tables come from. */
export interface Definitions {
  tables(): TableShape[];
}

/** How Univer marks a name of the whole workbook. */
export const everySheet = "AllDefaultWorkbook";

/** Without these marks a formula means the same to Univer and to Excel. */
const plain = /^=?[-+*/^&=<>%(),:$.\d\sA-Z!']*$/;

export class Rewriter {
  private readonly done = new Map<string, string>();
  private tables: TableShape[] | undefined;
  private sheetNames: string[] | undefined;
  private names: Map<string, string> | undefined;
  private readonly results = new Set<string>();

  constructor(
    private readonly services: Services,
    private readonly definitions: Definitions,
  ) {}

  /** To be called when a name, a table or a sheet has changed. */
  forget(): void {
    this.done.clear();
    this.tables = undefined;
    this.sheetNames = undefined;
    this.names = undefined;
    this.results.clear();
  }

  rewritten(
    formula: string,
    sheet: string,
    row: number,
    column: number,
  ): string {
    if (this.results.has(formula)) return formula;
    // `[@Col]` and `[#This Row]` mean another row in every row.
    const key = formula.includes("[")
      ? `${sheet}:${row}:${column}:${formula}`
      : `${sheet}:${formula}`;
    let text = this.done.get(key);
    if (text === undefined) {
      text = this.rewrite(formula, sheet, row, column);
      this.done.set(key, text);
      this.results.add(text);
    }
    return text;
  }

  private rewrite(
    formula: string,
    sheet: string,
    row: number,
    column: number,
  ): string {
    this.tables ??= this.definitions.tables();
    this.sheetNames ??= this.services.workbook
      .getSheets()
      .map((worksheet) => worksheet.getName());
    const sheetName =
      this.services.workbook.getSheetBySheetId(sheet)?.getName() ?? "";
    let text = withNamesExpanded(formula, this.lookup(sheet));
    text = withTablesResolved(text, this.tables, { sheetName, row, column });
    text = withSheetSpansListed(text, this.sheetNames);
    text = withMissingSheetsMarked(text, this.sheetNames);
    if (plain.test(text) && !/:[^!]*!|\(\s*\(|,\s*\(|\d\s+[$A-Z']/.test(text))
      return text;
    text = withLocalLambdasCalled(text);
    text = withIntersectionsResolved(text);
    text = withUnionsOpened(text);
    return withSpillsCalled(text);
  }

  /** A name of the sheet hides a name of the workbook. */
  private lookup(sheet: string): NameLookup {
    const names = (this.names ??= this.namesByScope());
    const { workbook } = this.services;
    return (name, ofSheet) => {
      const scope =
        ofSheet === undefined
          ? sheet
          : workbook.getSheetBySheetName(ofSheet)?.getSheetId();
      const key = name.toLowerCase();
      return names.get(`${scope}:${key}`) ?? names.get(`:${key}`);
    };
  }

  private namesByScope(): Map<string, string> {
    const { names, unitId } = this.services;
    const result = new Map<string, string>();
    for (const entry of Object.values(names.getDefinedNameMap(unitId) ?? {})) {
      const scope = entry.localSheetId ?? everySheet;
      result.set(
        `${scope === everySheet ? "" : scope}:${entry.name.toLowerCase()}`,
        entry.formulaOrRefString.replace(/^=/, ""),
      );
    }
    return result;
  }
}

/** The private members of Univer 0.25.1 that the rewriting hooks into. */
interface TreeMaker {
  _createFDtree(
    unitId: string,
    sheetId: string,
    row: number,
    column: number,
    unitData: unknown,
    item: { f: string },
  ): { formula: string };
}

export function installRewriting(services: Services, rewriter: Rewriter): void {
  const trees = services.find(
    IFormulaDependencyGenerator,
  ) as unknown as TreeMaker;
  const makeTree = trees._createFDtree.bind(trees);
  trees._createFDtree = (unitId, sheetId, row, column, unitData, item) => {
    const tree = makeTree(unitId, sheetId, row, column, unitData, item);
    tree.formula = rewriter.rewritten(item.f, sheetId, row, column);
    return tree;
  };
  // Formulas outside cells (validation, conditional formats) reach the parser without a cell.
  const lexer = services.find(Lexer);
  const parse = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (formula: string, suffix?: boolean) =>
    parse(
      rewriter.rewritten(
        formula,
        services.runtime.currentSubUnitId,
        services.runtime.currentRow,
        services.runtime.currentColumn,
      ),
      suffix,
    );
}
