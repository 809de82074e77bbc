/** Working hours and due times against NumPy, waits against R's package survival (scripts beside the fixtures). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as funnel from "../../src/funnel";
import { expectClose } from "./close";

const DAY = 86_400;
const fixture = <T>(name: string): T =>
  JSON.parse(
    readFileSync(join(__dirname, `../fixtures/${name}.json`), "utf8"),
  ) as T;

const CALENDARS = fixture<
  {
    start: number;
    end: number;
    opens: number;
    closes: number;
    mask: string;
    holidays: number[];
    elapsed: number;
    agreed: number;
    due: number;
  }[]
>("working_hours");

test.each(CALENDARS)("from $start to $end, $mask", (each) => {
  const { opens, closes, mask, holidays, start, end, agreed } = each;
  const hours = [opens / DAY, closes / DAY, mask, holidays] as const;
  expect(
    Math.round(funnel.businessHours(start / DAY, end / DAY, ...hours) * 3600),
  ).toBe(each.elapsed);
  expect(
    Math.round(funnel.slaDue(start / DAY, agreed / 3600, ...hours) * DAY),
  ).toBe(each.due);
});

const WAITS = fixture<
  {
    hours: number[];
    answered: number[];
    limit: number;
    expected: (number | null)[];
  }[]
>("waiting_times");

test.each(WAITS)("waits $hours within $limit", (each) => {
  const got = funnel
    .slaSummary(each.hours, each.answered, each.limit)
    .slice(6)
    .map((cell) => (cell instanceof funnel.FunnelError ? null : cell));
  expectClose(got, each.expected, { rel: 1e-12, abs: 1e-14 });
});
