import {
  firstCell,
  planFileName,
  readableLink,
} from "../../src/taskpane/addresses";
import { catalogueFrom } from "../../src/taskpane/catalogue";
import { failureOf } from "../../src/taskpane/failure";
import { colorSchemeOf, themeFrom } from "../../src/taskpane/theme";
import { WorkbookFault } from "../../src/workbook/port";

const system = { prefersDark: false, forcedColors: false };

test.each([
  ["light where nobody says anything", system, "light"],
  [
    "the system's word where Office is silent",
    { ...system, prefersDark: true },
    "dark",
  ],
  [
    "Office's word before the system's",
    { ...system, prefersDark: true, isDark: false },
    "light",
  ],
  [
    "Office's background where it says no more",
    { ...system, background: "#262626" },
    "dark",
  ],
  [
    "a short colour",
    { ...system, background: "#fff", prefersDark: true },
    "light",
  ],
  [
    "no colour at all",
    { ...system, background: "Window", prefersDark: true },
    "dark",
  ],
  [
    "forced colours first",
    { ...system, isDark: true, forcedColors: true },
    "light dark",
  ],
])("theme: %s", (_, appearance, scheme) => {
  expect(colorSchemeOf(appearance)).toBe(scheme);
});

/** Relative luminance and contrast by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return (light! + 0.05) / (dark! + 0.05);
}

test.each([
  ["light", system],
  ["dark", { ...system, isDark: true }],
])(
  "in the %s theme text on the brand colour and brand text on the pane can be read (WCAG AA)",
  (_, appearance) => {
    const theme = themeFrom(appearance);
    expect(
      contrast(theme.colorNeutralForegroundOnBrand, theme.colorBrandBackground),
    ).toBeGreaterThanOrEqual(4.5);
    for (const text of [
      theme.colorBrandForeground1,
      theme.colorBrandForegroundLink,
      theme.colorNeutralForeground3,
    ]) {
      expect(
        contrast(text, theme.colorNeutralBackground1),
      ).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test("addresses and file names keep odd names whole", () => {
  expect(firstCell("FY27's Checks")).toBe("'FY27''s Checks'!A1");
  expect(readableLink("'Plan $ 1'!$C$14")).toBe("'Plan $ 1'!C14");
  expect(planFileName('a/b: "c"')).toBe("a b c funnel plan.json");
  expect(planFileName("???")).toBe("Plan funnel plan.json");
});

test("a fault keeps its sentence; only what support can read becomes details", () => {
  const about = { version: "1", host: "Excel" };
  expect(
    failureOf(new WorkbookFault("cancelled", "Cancelled."), about),
  ).toEqual({ sentence: "Cancelled.", calm: true });
  expect(
    failureOf(
      new WorkbookFault("host_failed", "It failed.", "GeneralException"),
      about,
    ),
  ).toEqual({
    sentence: "It failed.",
    calm: false,
    details: "host_failed\nGeneralException\nOneFunnel 1, Excel",
  });
  expect(failureOf("odd", about).sentence).toContain(
    "should not have: odd. Try again",
  );
});

test("the catalogue lists the functions by name, with their namespace", () => {
  const entries = catalogueFrom({
    functions: [
      { name: "NTM_SPLIT", description: "Splits." },
      {
        name: "BELOW",
        helpUrl: "https://example.org/below",
        parameters: [{ name: "a", optional: true }],
      },
    ],
  });
  expect(entries).toEqual([
    {
      name: "FUNNEL.BELOW",
      description: "",
      helpUrl: "https://example.org/below",
      parameters: [{ name: "a", description: "", optional: true }],
    },
    { name: "FUNNEL.NTM_SPLIT", description: "Splits.", parameters: [] },
  ]);
});
