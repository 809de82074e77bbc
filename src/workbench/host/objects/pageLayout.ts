/** How a sheet is printed, as far as a book keeps it. */
import type { BookSheet } from "../../../xlsx/book";
import { areaName } from "../../address";
import { choiceArgument, textArgument, wholeArgument } from "../arguments";
import { HostObject, hostObject } from "../object";
import type { ObjectType, Property } from "../object";
import type { Session } from "../session";
import { range } from "./range";
import { rangeAt } from "./rangeState";
import type { RangeState } from "./rangeState";

type Page = NonNullable<BookSheet["page"]>;

const pageOf = (sheet: string, session: Session): Page =>
  session.engine.book().sheets.find(({ id }) => id === sheet)?.page ?? {};

function patch(sheet: string, change: Partial<Page>, session: Session): void {
  session.mayChange();
  const page = Object.entries({ ...pageOf(sheet, session), ...change });
  session.engine.setSheet(sheet, {
    page: Object.fromEntries(page.filter(([, value]) => value !== undefined)),
  });
}

function areaArgument(value: unknown, sheet: string, session: Session): string {
  const { area } =
    value instanceof HostObject
      ? (value.state as RangeState)
      : rangeAt(value, sheet, session);
  return areaName(area);
}

/** "&LLeft&CMiddle&RRight" */
function sections(text = ""): Record<"L" | "C" | "R", string> {
  const result = { L: "", C: "", R: "" };
  let place: "L" | "C" | "R" = "C";
  for (const part of text.split(/(&[LCR])/)) {
    if (/^&[LCR]$/.test(part)) place = part.charAt(1) as "L" | "C" | "R";
    else result[place] += part;
  }
  return result;
}

const section = (
  kind: "header" | "footer",
  place: "L" | "C" | "R",
): Property<string> => ({
  get: (sheet, session) => sections(pageOf(sheet, session)[kind])[place],
  set: (sheet, value, session) => {
    const all = {
      ...sections(pageOf(sheet, session)[kind]),
      [place]: textArgument(value, kind),
    };
    const text = (["L", "C", "R"] as const)
      .map((key) => (all[key] === "" ? "" : `&${key}${all[key]}`))
      .join("");
    patch(sheet, { [kind]: text === "" ? undefined : text }, session);
  },
});

const headerFooterType: ObjectType<string> = {
  name: "HeaderFooter",
  properties: {
    leftHeader: section("header", "L"),
    centerHeader: section("header", "C"),
    rightHeader: section("header", "R"),
    leftFooter: section("footer", "L"),
    centerFooter: section("footer", "C"),
    rightFooter: section("footer", "R"),
  },
};

const groupType: ObjectType<string> = {
  name: "HeaderFooterGroup",
  links: { defaultForAllPages: (sheet) => hostObject(headerFooterType, sheet) },
};

const orientations = ["Portrait", "Landscape"] as const;

const pageType: ObjectType<string> = {
  name: "PageLayout",
  properties: {
    orientation: {
      get: (sheet, session) =>
        pageOf(sheet, session).orientation === "landscape"
          ? "Landscape"
          : "Portrait",
      set: (sheet, value, session) => {
        const landscape =
          choiceArgument(value, "orientation", orientations) === "Landscape";
        patch(
          sheet,
          { orientation: landscape ? "landscape" : "portrait" },
          session,
        );
      },
    },
    zoom: {
      get: (sheet, session) => {
        const { fitToWidth, fitToHeight } = pageOf(sheet, session);
        return {
          ...(fitToWidth === undefined
            ? {}
            : { horizontalFitToPages: fitToWidth }),
          ...(fitToHeight === undefined
            ? {}
            : { verticalFitToPages: fitToHeight }),
        };
      },
      set: (sheet, value, session) => {
        const { horizontalFitToPages, verticalFitToPages } = (value ??
          {}) as Record<string, unknown>;
        const pages = (given: unknown): number | undefined =>
          given === undefined || given === null
            ? undefined
            : wholeArgument(given, "pages", 0, 32_767);
        patch(
          sheet,
          {
            fitToWidth: pages(horizontalFitToPages),
            fitToHeight: pages(verticalFitToPages),
          },
          session,
        );
      },
    },
  },
  links: { headersFooters: (sheet) => hostObject(groupType, sheet) },
  methods: {
    setPrintArea: (sheet, [area], session) =>
      patch(sheet, { printArea: areaArgument(area, sheet, session) }, session),
    getPrintAreaOrNullObject: (sheet, _args, session) => {
      const { printArea } = pageOf(sheet, session);
      return printArea === undefined
        ? null
        : range(rangeAt(printArea, sheet, session));
    },
    setPrintTitleRows: (sheet, [rows], session) =>
      patch(sheet, { titleRows: areaArgument(rows, sheet, session) }, session),
    getPrintTitleRowsOrNullObject: (sheet, _args, session) => {
      const { titleRows } = pageOf(sheet, session);
      return titleRows === undefined
        ? null
        : range(rangeAt(titleRows, sheet, session));
    },
  },
};

export function pageLayout(sheet: string): HostObject {
  return hostObject(pageType, sheet);
}
