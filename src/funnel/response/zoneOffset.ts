/**
 * How far the clocks of a time zone are ahead of UTC.
 *
 * Method: the zone's clock, written out by Intl.DateTimeFormat, less UTC. Writing out is slow, so that the offset is
 * remembered by quarters of an hour; a quarter in which the clocks change is looked at anew each time.
 */
import { refuse } from "../checks";

const QUARTER = 900;
/** The seconds of the serial of 1 January 1970. */
const EPOCH = 25_569 * 86_400;
const MOST_ZONES = 50;
const MOST_QUARTERS = 50_000;

interface Zone {
  clock: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Seconds ahead of UTC, at a moment in seconds of Excel's calendar. */
export function zoneOffset(seconds: number, name: string): number {
  const zone = zones.get(name) ?? opened(name);
  const quarter = Math.floor(seconds / QUARTER);
  const from = remembered(zone, quarter);
  return from === remembered(zone, quarter + 1)
    ? from
    : offsetAt(zone, seconds);
}

function remembered(zone: Zone, quarter: number): number {
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = offsetAt(zone, quarter * QUARTER);
  if (zone.offsets.size >= MOST_QUARTERS) zone.offsets.clear();
  zone.offsets.set(quarter, offset);
  return offset;
}

function offsetAt({ clock }: Zone, seconds: number): number {
  const moment = (seconds - EPOCH) * 1000;
  // "3/31/2024, 02:00:00"
  const [month, day, year, hour, minute, second] = clock
    .format(moment)
    .split(/\D+/)
    .map(Number) as [number, number, number, number, number, number];
  return (Date.UTC(year, month - 1, day, hour, minute, second) - moment) / 1000;
}

function opened(name: string): Zone {
  const zone = { clock: clockOf(name), offsets: new Map<number, number>() };
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** Three letters in the IANA list; others, such as IST, mean several places and are not known everywhere. */
const SHORT = /^(CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/i;

function clockOf(name: string): Intl.DateTimeFormat {
  const isForeign =
    /^([+-]|SystemV\/)/i.test(name) ||
    (/^[A-Z]{3}$/i.test(name) && !SHORT.test(name));
  try {
    if (!isForeign)
      return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
        timeZone: name,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
        second: "numeric",
      });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse(
    `time_zone must be an IANA name; got "${name.slice(0, 40)}" - enter a name such as Europe/Zurich or America/New_York`,
  );
}
