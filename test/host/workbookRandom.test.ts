/** Whatever a workbook holds, a plan goes in and comes out without a trace. */
import fc from "fast-check";
import { emptySheet, type Book, type BookCell } from "../../src/xlsx/book";
import { openPlain, seen } from "./openWorkbook";
import { smallBlueprint } from "./workbookFixture";

jest.setTimeout(120_000);

const cell: fc.Arbitrary<BookCell> = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.string({ minLength: 1 }),
    ),
  }),
  fc.record({
    formula: fc.constantFrom("1+1", "SUM(A1:A3)", "Team_rate*2"),
    value: fc.integer(),
  }),
  fc.record({ value: fc.integer(), style: fc.constantFrom(1, 2) }),
);

const sheetName = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter(
    (name) =>
      !/[:\\/?*[\]\p{Cc}]|^'|'$/u.test(name) &&
      name.trim() === name &&
      name.toUpperCase() !== "HISTORY",
  );

const book: fc.Arbitrary<Book> = fc
  .record({
    names: fc.uniqueArray(sheetName, {
      minLength: 1,
      maxLength: 5,
      selector: (name) => name.toUpperCase(),
    }),
    cells: fc.array(fc.tuple(fc.nat(4), fc.nat(20), fc.nat(8), cell), {
      maxLength: 30,
    }),
    hidden: fc.array(fc.nat(4), { maxLength: 2 }),
    active: fc.nat(4),
    protect: fc.boolean(),
  })
  .map(({ names, cells, hidden, active, protect }) => {
    const sheets = names.map((name, at) => emptySheet(`s${at}`, name));
    for (const [at, row, column, content] of cells) {
      const sheet = sheets[at % sheets.length]!;
      sheet.cells[row] = { ...sheet.cells[row], [column]: content };
    }
    const shown = active % sheets.length;
    for (const at of hidden)
      if (at < sheets.length && at !== shown) sheets[at]!.visibility = "hidden";
    if (protect) sheets[0]!.protection = { options: {} };
    return {
      sheets,
      names: [{ name: "Team_rate", refersTo: "0.2" }],
      styles: [{}, { numberFormat: "0%" }, { fill: "#FF0000", locked: false }],
      customXml: [{ id: "x", xml: "<theirs/>" }],
      activeSheet: `s${shown}`,
    };
  });

test("insert changes nothing outside the plan, and remove brings the workbook back", async () => {
  await fc.assert(
    fc.asyncProperty(book, fc.nat(5), async (given, failure) => {
      const { engine, workbook } = openPlain(given);
      const before = seen(engine.book());
      await workbook.insert(smallBlueprint());
      expect(seen(engine.book()).sheets.slice(0, before.sheets.length)).toEqual(
        before.sheets,
      );
      await workbook.remove("p-1");
      expect({
        ...seen(engine.book()),
        activeSheet: before.activeSheet,
      }).toEqual(before);

      const failing = openPlain(given, {
        inject: (request, action, actions) =>
          request === failure && action === Math.floor(actions / 2)
            ? { code: "GeneralException" }
            : undefined,
      });
      await failing.workbook.insert(smallBlueprint()).catch(() => undefined);
      const after = seen(failing.engine.book());
      // Without links one look is enough; the third request is the print layout, which may be refused.
      if (failure < 5 && failure !== 2) expect(after).toEqual(before);
    }),
    { seed: 11, numRuns: 25 },
  );
});
