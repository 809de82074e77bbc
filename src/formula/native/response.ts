/** Response time and quality. All working time is counted in whole seconds, as the functions do. */
import type { Call, Forms } from "./call";

const seconds = (moment: string): string => `ROUND(${moment}*86400,0)`;
const dayOf = (moment: string): string => `INT(${seconds(moment)}/86400)`;
const timeOf = (moment: string): string => `MOD(${seconds(moment)},86400)`;

/** A working day: its ends in seconds after midnight, its length, and the rest of the arguments of NETWORKDAYS.INTL. */
interface WorkingDay {
  opens: string;
  closes: string;
  length: string;
  days: string;
}

function workingDay(call: Call): WorkingDay {
  const opens = secondOfDay(call.optional("day_start", "9"), "<1");
  const closes = secondOfDay(call.optional("day_end", "17"), "<=1");
  const isWritten = [opens, closes].every((each) => /^\d+$/.test(each));
  const weekend = call.optional("weekend", "1");
  return {
    opens,
    closes,
    length: isWritten
      ? String(Number(closes) - Number(opens))
      : `(${closes}-${opens})`,
    days: call.has("holidays")
      ? `,${weekend},${call.text("holidays")}`
      : call.has("weekend")
        ? `,${weekend}`
        : "",
  };
}

/** Numbers that are `times` are Excel times, others are hours. */
function secondOfDay(text: string, times: "<1" | "<=1"): string {
  if (!/^\d+(\.\d+)?$/.test(text))
    return `ROUND(${text}*IF(${text}${times},86400,3600),0)`;
  const value = Number(text);
  const isTime = times === "<1" ? value < 1 : value <= 1;
  return String(Math.round(value * (isTime ? 86_400 : 3600)));
}

/** Working seconds of the day of a moment that lie before it. */
function before(moment: string, { opens, length, days }: WorkingDay): string {
  const day = dayOf(moment);
  return `NETWORKDAYS.INTL(${day},${day}${days})*MEDIAN(0,${timeOf(moment)}-${opens},${length})`;
}

/** Working seconds from one moment to a later one: all days, less what was over of the first and is left of the last. */
function elapsed(from: string, to: string, working: WorkingDay): string {
  const { closes, length, days } = working;
  const [first, last] = [dayOf(from), dayOf(to)];
  const left = `NETWORKDAYS.INTL(${last},${last}${days})*MEDIAN(0,${closes}-${timeOf(to)},${length})`;
  return `(NETWORKDAYS.INTL(${first},${last}${days})*${length}-${before(from, working)}-${left})`;
}

const agreed = (call: Call): string =>
  `MAX(1,ROUND(${call.text("sla_hours")}*3600,0))`;

export const RESPONSE: Forms = {
  BUSINESS_HOURS: {
    form: (call) => {
      const [start, end] = [call.text("start"), call.text("end")];
      const hours = `${elapsed(start, end, workingDay(call))}/3600`;
      return `IF(OR(${start}=0,${end}=0),NA(),IF(${seconds(end)}<${seconds(start)},#NUM!,${hours}))`;
    },
  },
  SLA_DUE: {
    form: (call) => {
      const created = call.text("created");
      const working = workingDay(call);
      const { closes, length, days } = working;
      // Counted from the opening of the first day: whole days ahead, and what is left of the last one.
      const ahead = `(${before(created, working)}+${agreed(call)})`;
      const due = `WORKDAY.INTL(${dayOf(created)}-1,ROUNDUP(${ahead}/${length},0)${days})+(${closes}-MOD(-${ahead},${length}))/86400`;
      return `IF(OR(${created}=0,${call.text("sla_hours")}=0),NA(),${due})`;
    },
  },
  SLA_STATUS: {
    form: (call) => {
      const [created, now] = [call.text("created"), call.text("as_of")];
      const responded = call.text("responded");
      const answer = `N(${responded})`;
      const isAnswered = `AND(${answer}<>0,${answer}<=${now})`;
      const until = `IF(${isAnswered},${responded},${now})`;
      const isInTime = `${elapsed(created, until, workingDay(call))}<=${agreed(call)}`;
      const status = `IF(${isInTime},IF(${isAnswered},"Met","Open"),IF(${isAnswered},"Missed","Overdue"))`;
      const isMissing = `OR(${created}=0,${now}=0,${call.text("sla_hours")}=0)`;
      return `IF(${isMissing},NA(),IF(AND(${answer}<>0,${answer}<${created}),#VALUE!,IF(${created}>${now},NA(),${status})))`;
    },
  },
  ACCEPTANCE_RATE: {
    form: (call) => {
      const accepted = call.text("accepted");
      const pending = call.has("pending") ? `+${call.text("pending")}` : "";
      return `${accepted}/(${accepted}+${call.text("rejected")}${pending})`;
    },
  },
};
