/** Names and tables of the open workbook. */
import { generateRandomId } from "@univerjs/core";
import {
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  isReferenceStrings,
} from "@univerjs/engine-formula";
import type { ISetDefinedNameMutationParam } from "@univerjs/engine-formula";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  TableManager,
} from "@univerjs/sheets-table";
import type { ITableInfo } from "@univerjs/sheets-table";
import type { BookName, BookTable } from "../../xlsx/book";
import { areaName, parseArea } from "../address";
import type { Opened } from "./opened";
import { toArea, toRange } from "./ranges";
import { everySheet } from "./repairs/rewriting";
import type { TableShape } from "./repairs/structuredReferences";
import type { Services } from "./services";

const same = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

export class Definitions {
  private listed: BookName[] | undefined;

  constructor(
    private readonly services: Services,
    private readonly opened: Opened,
  ) {
    services.names.update$.subscribe(() => (this.listed = undefined));
  }

  /** The list is made once until a name changes: adding hundreds of names asks for it every time. */
  names(): BookName[] {
    this.listed ??= this.entries().map((entry) => ({
      name: entry.name,
      refersTo: entry.formulaOrRefString.replace(/^=/, ""),
      ...(isScoped(entry) ? { sheet: entry.localSheetId as string } : {}),
      ...(entry.comment ? { comment: entry.comment } : {}),
      ...(entry.hidden ? { hidden: true } : {}),
    }));
    return this.listed.map((name) => ({ ...name }));
  }

  setName({ name, sheet, comment, hidden, ...rest }: BookName): void {
    const refersTo = rest.refersTo.replace(/^=/, "");
    const existing = this.find(name, sheet);
    this.services.mutate(SetDefinedNameMutation.id, {
      id: existing?.id ?? generateRandomId(10),
      name,
      // Univer shifts references when rows are inserted; a reference stands without "=", a formula with it.
      formulaOrRefString: isReferenceStrings(refersTo)
        ? refersTo
        : `=${refersTo}`,
      comment: comment ?? "",
      localSheetId: sheet ?? everySheet,
      hidden: hidden ?? false,
    });
  }

  deleteName(name: string, sheet?: string): void {
    const entry = this.find(name, sheet);
    if (!entry) throw new Error(`There is no name "${name}" to delete.`);
    this.services.mutate(RemoveDefinedNameMutation.id, { ...entry });
  }

  tables(): { sheet: string; table: BookTable }[] {
    return this.infos().map((info) => ({
      sheet: info.subUnitId,
      table: this.tableOf(info),
    }));
  }

  shapes(): TableShape[] {
    return this.tables().map(({ sheet, table }) => ({
      name: table.name,
      sheetName: this.services.worksheet(sheet).getName(),
      area: parseArea(table.ref) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      columns: table.columns,
      headers: table.headers,
      totals: table.totals,
    }));
  }

  addTable(sheet: string, table: BookTable): void {
    const area = parseArea(table.ref);
    if (!area)
      throw new Error(
        `The table "${table.name}" needs a range such as A1:D9; got "${table.ref}".`,
      );
    this.services.worksheet(sheet);
    if (this.infos().some(({ name }) => same(name, table.name)))
      throw new Error(`There is already a table "${table.name}".`);
    const tableId = generateRandomId(10);
    this.opened.kept.tables.set(tableId, structuredClone(table));
    this.services.mutate(AddSheetTableMutation.id, {
      subUnitId: sheet,
      tableId,
      name: table.name,
      range: toRange(area),
      header: table.columns,
      options: { showHeader: table.headers },
    });
  }

  deleteTable(name: string): void {
    const info = this.infos().find((candidate) => same(candidate.name, name));
    if (!info) throw new Error(`There is no table "${name}" to delete.`);
    this.services.mutate(DeleteSheetTableMutation.id, {
      subUnitId: info.subUnitId,
      tableId: info.id,
    });
    this.opened.kept.tables.delete(info.id);
  }

  private tableOf(info: ITableInfo): BookTable {
    const original = this.opened.kept.tables.get(info.id);
    return {
      ...structuredClone(original),
      name: info.name,
      ref: areaName(toArea(info.range)),
      headers: original?.headers ?? info.showHeader ?? true,
      totals: original?.totals ?? false,
      columns: info.columns.map(({ displayName }) => displayName),
    };
  }

  private infos(): ITableInfo[] {
    return this.services.find(TableManager).getTableList(this.services.unitId);
  }

  private entries(): ISetDefinedNameMutationParam[] {
    const { names, unitId } = this.services;
    return Object.values(
      names.getDefinedNameMap(unitId) ?? {},
    ) as ISetDefinedNameMutationParam[];
  }

  private find(
    name: string,
    sheet?: string,
  ): ISetDefinedNameMutationParam | undefined {
    return this.entries().find(
      (entry) =>
        same(entry.name, name) &&
        (isScoped(entry) ? entry.localSheetId : undefined) === sheet,
    );
  }
}

const isScoped = ({ localSheetId }: ISetDefinedNameMutationParam): boolean =>
  localSheetId !== undefined && localSheetId !== everySheet;
