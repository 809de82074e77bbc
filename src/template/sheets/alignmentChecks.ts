/** What must hold on Alignment. */
import { FACTORS } from "../alignment";
import { wholeGap } from "./alignment";
import { type Check, READY } from "./check";
import { all, equal } from "./checkTruths";

const YIELDS = FACTORS.filter(({ acts }) => acts === "yield");

export const ALIGNMENT_CHECKS: readonly Check[] = [
  {
    id: "views",
    label: "Views of rates and deal sizes are above 0",
    waitsFor: [...READY, "rates", "sizes"],
    fix: "A view of a rate or a deal size on Alignment is 0 or negative. Correct it, or leave it blank where the team shares the agreed value.",
    segment: (s) =>
      all(
        (["m", "s"] as const).map(
          (view) =>
            `MIN(${YIELDS.map(({ id }) => `{view/${s}/${id}/${view}}`).join(",")})>0`,
        ),
      ),
  },
  {
    id: "gaps",
    label: "The gaps between the views add up",
    waitsFor: [...READY, "rates", "sizes", "views"],
    fix: "A formula on Alignment was typed over. Insert the plan again.",
    segment: (s) => {
      const whole = wholeGap(s);
      return all([
        equal(`{view/${s}/all/mqls}`, whole.mqls),
        equal(`{view/${s}/all/bookings}`, whole.bookings),
      ]);
    },
  },
];
