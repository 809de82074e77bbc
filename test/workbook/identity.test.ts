import fc from "fast-check";
import {
  identityOf,
  readIdentity,
  writeIdentity,
} from "../../src/workbook/identity";
import { smallBlueprint, smallPlan } from "../host/workbookFixture";

const identity = identityOf(
  smallBlueprint(
    smallPlan({ inputs: { ntm_revenue: { link: "Budget!$B$4" } } }),
  ),
  "complete",
);

test("identityOf records what a later reading needs", () => {
  expect(identity.sheets[0]).toEqual({
    id: "guide",
    title: "FY27 Guide",
    anchor: { address: "A1", text: "Funnel plan FY27" },
  });
  expect(identity.inputs).toEqual([
    {
      id: "ntm_revenue",
      sheet: "assumptions",
      address: "B3",
      written: "=Budget!$B$4",
    },
    {
      id: "ntm_revenue:source",
      sheet: "assumptions",
      address: "C3",
      written: "",
    },
    { id: "as_of", sheet: "assumptions", address: "B4", written: 46_388 },
    {
      id: "signing_point",
      sheet: "assumptions",
      address: "B5",
      written: "=1/2",
    },
  ]);
  expect(identity.names[0]).toEqual({
    name: "Funnel_FY27_NTM_Revenue",
    sheet: "assumptions",
    ref: "$B$3",
  });
});

test("readIdentity gives back what writeIdentity was given, any text included", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      (name, id) => {
        const one = { ...identity, plan: { ...identity.plan, name, id } };
        expect(readIdentity(writeIdentity(one))).toEqual(one);
      },
    ),
    { seed: 7 },
  );
});

test("readIdentity understands the record as other programs rewrite it", () => {
  const named = { ...identity, plan: { ...identity.plan, name: "A & B <C>" } };
  const xml = writeIdentity(named);
  const json = JSON.stringify(named);
  for (const text of [
    `<?xml version="1.0" encoding="UTF-8"?>\r\n${xml}\n`,
    `<p:plan xmlns:p="urn:onefunnel:plan:1" id='p-1'><![CDATA[${json}]]></p:plan>`,
    xml.replaceAll("&amp;", "&#38;").replaceAll("&lt;", "&#x3C;"),
  ]) {
    expect(readIdentity(text)).toEqual(named);
  }
});

test.each([
  [
    "another program's part",
    "<theirs xmlns='urn:theirs'><plan>{}</plan></theirs>",
  ],
  ["a part that was cut off", writeIdentity(identity).slice(0, 200)],
  [
    "a part whose text was damaged",
    '<plan xmlns="urn:onefunnel:plan:1">{"version":1,</plan>',
  ],
  [
    "a later version",
    '<plan xmlns="urn:onefunnel:plan:1">{"version":2}</plan>',
  ],
])("readIdentity takes %s for no plan", (_, xml) =>
  expect(readIdentity(xml)).toBeUndefined(),
);
