/** Data validation and conditional formats of the open workbook. */
import type { IRange, ISheetDataValidationRule } from "@univerjs/core";
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from "@univerjs/data-validation";
import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { BookConditionalFormat, BookValidation } from "../../xlsx/book";
import { areaName, parseAreas, subtract } from "../address";
import { readFormat, toUniverFormat } from "./conditionalFormats";
import type { Area } from "./engine";
import type { Opened } from "./opened";
import { toArea, toRange } from "./ranges";
import type { Services } from "./services";
import { readRule, toUniverRule } from "./validations";

const without = (ranges: IRange[], area: Area): IRange[] =>
  ranges.flatMap((range) => subtract(toArea(range), area)).map(toRange);
/** Whole rows and columns have no numbers for their ends, so the test is for what lies apart. */
const meets = (ranges: IRange[], area: Area): boolean =>
  ranges.some(
    (range) =>
      !(
        range.endRow < area.row ||
        range.startRow >= area.row + area.rows ||
        range.endColumn < area.column ||
        range.startColumn >= area.column + area.columns
      ),
  );

export class Rules {
  /** Univer puts a new rule in the place of one that changes, so a rule's meaning stays. */
  private readonly read = new WeakMap<
    ISheetDataValidationRule,
    BookValidation
  >();

  constructor(
    private readonly services: Services,
    private readonly opened: Opened,
  ) {}

  validations(sheet: string): BookValidation[] {
    return this.validationRules(sheet).map((rule) => ({
      ...this.validationOf(rule),
    }));
  }

  private validationOf(rule: ISheetDataValidationRule): BookValidation {
    let validation = this.read.get(rule);
    if (!validation) {
      validation = readRule(rule, this.opened.kept.validations.get(rule.uid));
      this.read.set(rule, validation);
    }
    return validation;
  }

  addValidation(sheet: string, validation: BookValidation): void {
    const rule = toUniverRule(validation, validation.ref);
    this.opened.kept.validations.set(rule.uid, structuredClone(validation));
    this.putValidation(sheet, rule);
  }

  setValidation(
    sheet: string,
    area: Area,
    rule: Omit<BookValidation, "ref"> | null,
  ): void {
    for (const old of this.validationRules(sheet)) {
      if (!meets(old.ranges, area)) continue;
      const left = without(old.ranges, area);
      this.services.mutate(RemoveDataValidationMutation.id, {
        subUnitId: sheet,
        ruleId: old.uid,
      });
      if (left.length > 0) this.putValidation(sheet, { ...old, ranges: left });
    }
    if (rule) this.addValidation(sheet, { ...rule, ref: areaName(area) });
  }

  formats(sheet: string): BookConditionalFormat[] {
    const { kept } = this.opened;
    const result = this.formatRules(sheet).map((rule) =>
      readFormat(rule, kept.conditionalFormats.get(rule.cfId)),
    );
    for (const { format, place } of kept.sheet(sheet).unshown)
      result.splice(place, 0, structuredClone(format));
    return result;
  }

  /** Behind the formats that are there. */
  addFormats(sheet: string, formats: BookConditionalFormat[]): void {
    const { kept } = this.opened;
    const { unshown } = kept.sheet(sheet);
    const old = this.formatRules(sheet);
    const added: IConditionFormattingRule[] = [];
    for (const format of formats) {
      const rule = toUniverFormat(format);
      if (rule) {
        kept.conditionalFormats.set(rule.cfId, structuredClone(format));
        added.push(rule);
      } else {
        const place = old.length + added.length + unshown.length;
        unshown.push({ format: structuredClone(format), place });
      }
    }
    this.replaceFormats(sheet, [...old, ...added]);
  }

  clearFormats(sheet: string, area?: Area): void {
    const kept = this.opened.kept.sheet(sheet);
    kept.unshown = !area
      ? []
      : kept.unshown.flatMap(({ format, place }) => {
          const left = parseAreas(format.ref).flatMap((part) =>
            subtract(part, area),
          );
          const ref = left.map((part) => areaName(part)).join(" ");
          return ref === "" ? [] : [{ format: { ...format, ref }, place }];
        });
    this.replaceFormats(
      sheet,
      !area
        ? []
        : this.formatRules(sheet).flatMap((rule) => {
            if (!meets(rule.ranges, area)) return [rule];
            const ranges = without(rule.ranges, area);
            return ranges.length === 0 ? [] : [{ ...rule, ranges }];
          }),
    );
  }

  private replaceFormats(
    sheet: string,
    rules: IConditionFormattingRule[],
  ): void {
    for (const { cfId } of this.formatRules(sheet))
      this.services.mutate(DeleteConditionalRuleMutation.id, {
        subUnitId: sheet,
        cfId,
      });
    // Univer puts each new rule before the others.
    for (const rule of [...rules].reverse())
      this.services.mutate(AddConditionalRuleMutation.id, {
        subUnitId: sheet,
        rule,
      });
  }

  private putValidation(sheet: string, rule: ISheetDataValidationRule): void {
    this.services.mutate(AddDataValidationMutation.id, {
      subUnitId: sheet,
      rule,
      source: "patched",
    });
  }

  private validationRules(sheet: string): ISheetDataValidationRule[] {
    this.services.worksheet(sheet);
    return [
      ...this.services
        .find(DataValidationModel)
        .getRules(this.services.unitId, sheet),
    ] as ISheetDataValidationRule[];
  }

  private formatRules(sheet: string): IConditionFormattingRule[] {
    this.services.worksheet(sheet);
    return [
      ...(this.services
        .find(ConditionalFormattingRuleModel)
        .getSubunitRules(this.services.unitId, sheet) ?? []),
    ];
  }
}
