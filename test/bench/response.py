"""The work of response.ts in NumPy and Python's zoneinfo: id, milliseconds (median of 5), sum of results."""
import statistics
import time
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np

ROWS = 100_000
DAY = 86_400
OPENS, LENGTH = 9 * 3600, 8 * 3600
i = np.arange(ROWS, dtype=np.int64)
start = 46_000 * DAY + i * 7919 % (300 * DAY)
end = start + i * 104_729 % (20 * DAY)
epoch = np.datetime64("1899-12-30")
calendar = np.busdaycalendar(holidays=epoch + 46_000 + 11 * np.arange(30))


def worked(moment):
    """Working seconds up to a moment."""
    days = epoch + moment // DAY
    today = np.clip(moment % DAY - OPENS, 0, LENGTH)
    whole = np.busday_count(epoch + 46_000, days, busdaycal=calendar)
    return whole * LENGTH + today * np.is_busday(days, busdaycal=calendar)


def due():
    """Four hours on: whole days ahead, counted from the opening of the first working day."""
    days = epoch + start // DAY
    today = np.clip(start % DAY - OPENS, 0, LENGTH)
    ahead = today * np.is_busday(days, busdaycal=calendar) + 4 * 3600
    number = -(-ahead // LENGTH)
    last = np.busday_offset(days - 1, number, roll="backward", busdaycal=calendar)
    rest = ahead - (number - 1) * LENGTH
    return (last - epoch).astype(int) + (OPENS + rest) / DAY


def local():
    zone = ZoneInfo("Europe/Zurich")
    zero = datetime(1899, 12, 30, tzinfo=timezone.utc)
    total = 0
    for seconds in start.tolist():
        moment = zero + timedelta(seconds=seconds)
        total += seconds + moment.astimezone(zone).utcoffset().total_seconds()
    return np.array([total / DAY])


FUNCTIONS = {
    "BUSINESS_HOURS": lambda: (worked(end) - worked(start)) / 3600,
    "SLA_DUE": due,
    "LOCAL_TIME": local,
}

for name, compute in FUNCTIONS.items():
    times = []
    for _ in range(5):
        begin = time.process_time()
        result = compute()
        times.append(time.process_time() - begin)
    print(name, statistics.median(times) * 1000, repr(float(result.sum())))
