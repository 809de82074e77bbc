/** Budget. */
import { known, NotExpressible, type Call, type Forms } from "./call";

interface Parts {
  x: string;
  a: string;
  b: string;
  /** "" where the call has none. */
  h: string;
}

function parts(call: Call): Parts {
  return {
    x: call.text("spend"),
    a: call.text("a"),
    b: known(call.text("b")),
    h: call.has("h") ? `IF(${call.text("h")}=0,1,${call.text("h")})` : "",
  };
}

function expectedResult(call: Call): string {
  const { x, a, b, h } = parts(call);
  const grown = `(${x}/${b})^${h}`;
  return call.choose("curve", {
    power: `${a}*${x}^${b}`,
    log: `${a}*LN(1+${x}/${b})`,
    exp: `${a}*(1-EXP(-${x}/${b}))`,
    hill: h === "" ? `${a}*${x}/(${x}+${b})` : `${a}*${grown}/(1+${grown})`,
  });
}

function marginalCost(call: Call): string {
  const { x, a, b, h } = parts(call);
  const bent = `(${x}/${b})`;
  // 0^0 is an error in Excel, so a straight line is told apart.
  const bend = `IF(${h}>1,1/${bent}^(${h}-1),IF(${h}=1,1,${bent}^(1-${h})))`;
  return call.choose("curve", {
    power: `IF(${b}=1,1,${x}^(1-${b}))/(${a}*${b})`,
    log: `(${x}+${b})/${a}`,
    exp: `${b}/${a}*EXP(${x}/${b})`,
    hill:
      h === ""
        ? `${b}/${a}*(1+${bent})^2`
        : `${b}/(${a}*${h})*(1+${bent}^${h})^2*${bend}`,
  });
}

function calibrateCurve(call: Call): string[] {
  const [x, r, other, more] = [
    "spend_1",
    "result_1",
    "spend_2",
    "result_2",
  ].map((name) => known(call.text(name)));
  const curve = call.word("curve", ["power", "log", "exp", "hill"]);
  if (curve === "power") {
    const b = `LN(${more}/${r})/LN(${other}/${x})`;
    return [`${r}/${x}^(${b})`, b];
  }
  if (curve !== "hill")
    throw new NotExpressible(`${curve} curves are found step by step`);
  const b = `(${more}-${r})/(${r}/${x}-${more}/${other})`;
  return [`${r}*(1+${b}/${x})`, b];
}

export const BUDGET: Forms = {
  EXPECTED_RESULT: { form: expectedResult },
  MARGINAL_COST: { form: marginalCost },
  CALIBRATE_CURVE: { like: "", form: calibrateCurve },
};
