import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyBook, writeXlsx } from "../../src/xlsx";
import {
  convert,
  describeWithLibreOffice,
  libreOfficeValues,
  plantWrongCache,
  recalculate,
  sheetValues,
} from "./harness";

jest.setTimeout(120_000);

describeWithLibreOffice("recalculation by LibreOffice", () => {
  test("a wrong result in a file by Excel survives unless the profile forces recalculation", async () => {
    const folder = mkdtempSync(join(tmpdir(), "planted-"));
    try {
      const path = join(folder, "planted.xlsx");
      writeFileSync(path, await plantWrongCache());
      const [kept] = await convert([path], "xlsx", join(folder, "kept"), false);
      const [made] = await convert([path], "xlsx", join(folder, "made"));
      const read = async (file: string | undefined) =>
        sheetValues(new Uint8Array(readFileSync(file!)));
      expect(await read(kept)).toEqual({ Planted: { A1: 999 } });
      expect(await read(made)).toEqual({ Planted: { A1: 8 } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("numbers come back with 15 digits, errors, texts and truth values as they are", async () => {
    const book = emptyBook("A & b");
    book.names.push({ name: "Third", refersTo: "1/3" });
    book.sheets[0]!.cells = {
      0: {
        0: { formula: "Third", value: 999 },
        1: { formula: "PI()*1E15" },
        2: { formula: "SQRT(2)/1E15" },
        3: { formula: "DATE(2027,1,31)+1/7" },
      },
      1: {
        0: { formula: "1/0" },
        1: { formula: "NA()" },
        2: { formula: "1=1" },
        3: { formula: '"a"&"  b"' },
        4: { formula: "_UNKNOWN(1)" },
      },
    };
    const { "A & b": values } = await libreOfficeValues(await writeXlsx(book));
    const close = (address: string, expected: number) =>
      expect(
        Math.abs((values![address] as number) / expected - 1),
      ).toBeLessThanOrEqual(5e-15);
    close("A1", 1 / 3);
    close("B1", Math.PI * 1e15);
    close("C1", Math.SQRT2 / 1e15);
    close("D1", 46_418 + 1 / 7);
    expect(values).toMatchObject({
      A2: { error: "#DIV/0!" },
      B2: { error: "#N/A" },
      C2: true,
      D2: "a  b",
      E2: { error: "#NAME?" },
    });
  });

  test("many files go through one call, in their order", async () => {
    const files = await Promise.all(
      [1, 2, 3].map((number) => {
        const book = emptyBook();
        book.sheets[0]!.cells[0] = { 0: { formula: `${number}*10` } };
        return writeXlsx(book);
      }),
    );
    expect(await recalculate(files)).toEqual(
      [10, 20, 30].map((A1) => ({ Sheet1: { A1 } })),
    );
  });
});
